@echo off
rem Starts the DCOS console of this folder. Needs a Java of at least 25: JAVA_HOME, or java on the PATH.
rem usage: dcos-console [--data DIR]
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "data=%USERPROFILE%\.dcos"
set "words=%*"
:next
if "%~1"=="" goto start
if "%~1"=="--data" set "data=%~2"
shift
goto next
:start
if not defined data (
    echo dcos-console: name a data directory: dcos-console [--data DIR] 1>&2
    exit /b 2
)
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~fj"
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -Djava.awt.headless=true -Xmx1g ^
    "-Djava.util.logging.config.file=%~dp0logging.properties" -jar "%launcher%" -nosplash ^
    -configuration "%data%\configuration-dcos-console" -data "%data%\console-workspace" %words%
