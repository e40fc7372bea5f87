@echo off
rem Runs Peekbench: peekbench run scenarios\quickstart.yaml, peekbench ui [FOLDER], peekbench --help.
rem
rem PEEKBENCH_CACHE          the one folder written to besides the results (default: %LOCALAPPDATA%\peekbench)
rem PEEKBENCH_PLUGINS        the folder that plug-ins are taken from (default: plugins\ beside this script's folder)
rem PEEKBENCH_JAVA_OPTIONS   more options for the Java machine, for example -Xmx8g
rem JAVA_HOME                the Java to use; without it, the java on the PATH
setlocal
for %%i in ("%~dp0..") do set "HOME_FOLDER=%%~fi"
if not defined PEEKBENCH_CACHE set "PEEKBENCH_CACHE=%LOCALAPPDATA%\peekbench"
if not defined PEEKBENCH_PLUGINS set "PEEKBENCH_PLUGINS=%HOME_FOLDER%\plugins"
if not exist "%PEEKBENCH_CACHE%" mkdir "%PEEKBENCH_CACHE%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
for /f "usebackq tokens=1,2 delims==" %%a in ("%HOME_FOLDER%\launch\environment.properties") do set "%%a=%%b"
set /p MAIN=<"%HOME_FOLDER%\launch\main-class"
set "HEADLESS=-Djava.awt.headless=true"
set "ARGUMENTS=%*"
if /i "%~1"=="ui" (
    set "MAIN=peekbench.ui.Main"
    set "HEADLESS="
    call set "ARGUMENTS=%%ARGUMENTS:*%1=%%"
)
"%JAVA%" "@%HOME_FOLDER%\launch\java-options" %HEADLESS% "-Dorg.bytedeco.javacpp.cachedir=%PEEKBENCH_CACHE%\javacpp" "-Djavafx.cachedir=%PEEKBENCH_CACHE%\javafx" "-Dorg.sqlite.tmpdir=%PEEKBENCH_CACHE%" %PEEKBENCH_JAVA_OPTIONS% -cp "%HOME_FOLDER%\lib\peekbench.jar" %MAIN% %ARGUMENTS%
exit /b %ERRORLEVEL%
