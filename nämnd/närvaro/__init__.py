"""Who is there: absence, who steps in, presence from § to §, beslutsförhet."""
