@echo off
rem Starts the DCOS server-core of this folder. Needs a Java of at least 25: JAVA_HOME, or java on the PATH.
rem usage: dcos-server --data DIR --listen ADDR:PORT
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "data="
set "words=%*"
:next
if "%~1"=="" goto start
if "%~1"=="--data" set "data=%~2"
shift
goto next
:start
if not defined data (
    echo dcos-server: name a data directory: dcos-server --data DIR --listen ADDR:PORT 1>&2
    exit /b 2
)
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~fj"
"%java%" --enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -Djava.awt.headless=true -Xms128m -Xmx640m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=35 -XX:+ExitOnOutOfMemoryError %DCOS_JAVA_OPTIONS% ^
    "-Djava.util.logging.config.file=%~dp0logging.properties" -jar "%launcher%" -nosplash -application org.dcos.server.gateway.server ^
    -configuration "%data%\configuration-dcos-server" -data "%data%\server-workspace" %words%
