"""Who is there: frånvaro, who steps in, presence from § to §, beslutsförhet."""
