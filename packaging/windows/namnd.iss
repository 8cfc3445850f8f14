; Installs the bundle for one user and couples .justering and .svar to it. NOT TRIED: see ..\WINDOWS.md
[Setup]
AppId={{6E0C6B0B-5C7E-4C57-9E2A-3B1F5C2A9D41}
AppName=Nämnd
AppVersion=0.1.0
DefaultDirName={localappdata}\Programs\namnd
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
OutputDir=..\..\dist
OutputBaseFilename=namnd-installera
UninstallDisplayIcon={app}\namnd.exe

[Languages]
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"

[Files]
Source: "..\..\dist\namnd\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\Nämnd"; Filename: "{app}\namnd.exe"

[Registry]
Root: HKCU; Subkey: "Software\Classes\.justering"; ValueType: string; ValueData: "Namnd.Justering"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Namnd.Justering"; ValueType: string; ValueData: "Protokoll för justering"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Namnd.Justering\shell\open\command"; ValueType: string; ValueData: """{app}\namnd.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.svar"; ValueType: string; ValueData: "Namnd.Svar"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Namnd.Svar"; ValueType: string; ValueData: "Svar på justering"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Namnd.Svar\shell\open\command"; ValueType: string; ValueData: """{app}\namnd.exe"" ""%1"""
