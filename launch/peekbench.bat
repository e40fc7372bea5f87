@echo off
rem Runs Peekbench: peekbench run scenarios\quickstart.yaml, peekbench ui [FOLDER], peekbench --help.
rem
rem PEEKBENCH_CACHE          the one folder written to besides the results (default: %LOCALAPPDATA%\peekbench)
rem PEEKBENCH_PLUGINS        the folder that plug-ins are taken from (default: plugins\ beside this script's folder)
rem PEEKBENCH_JAVA_OPTIONS   more options for the Java machine, for example -Xmx8g
rem JAVA_HOME                the Java to use; without it, the java on the PATH
rem
rem No blocks in brackets and no copies of the arguments: either breaks on a bracket or an ampersand in a path.
setlocal
for %%i in ("%~dp0..") do set "HOME_FOLDER=%%~fi"
if not defined PEEKBENCH_CACHE set "PEEKBENCH_CACHE=%LOCALAPPDATA%\peekbench"
if not defined PEEKBENCH_PLUGINS set "PEEKBENCH_PLUGINS=%HOME_FOLDER%\plugins"
if not exist "%PEEKBENCH_CACHE%\" mkdir "%PEEKBENCH_CACHE%" || goto no_cache
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION=0"
set "ANSWER=%PEEKBENCH_CACHE%\java-version-%RANDOM%"
"%JAVA%" -version 2>"%ANSWER%"
for /f "usebackq tokens=2,3" %%a in ("%ANSWER%") do if "%%a"=="version" for /f "delims=.-" %%v in ("%%~b") do set "VERSION=%%v"
del "%ANSWER%"
if %VERSION% lss 17 goto no_java
for /f "usebackq tokens=1,2 delims==" %%a in ("%HOME_FOLDER%\launch\environment.properties") do set "%%a=%%b"
set /p MAIN=<"%HOME_FOLDER%\launch\main-class"
set OPTIONS="@%HOME_FOLDER%\launch\java-options" "-Dorg.bytedeco.javacpp.cachedir=%PEEKBENCH_CACHE%\javacpp" "-Djavafx.cachedir=%PEEKBENCH_CACHE%\javafx" "-Dorg.sqlite.tmpdir=%PEEKBENCH_CACHE%" %PEEKBENCH_JAVA_OPTIONS% -cp "%HOME_FOLDER%\lib\peekbench.jar"
if "%~1"=="bench" goto no_bench
if "%~1"=="ui" goto window
"%JAVA%" -Djava.awt.headless=true %OPTIONS% %MAIN% %*
exit /b %ERRORLEVEL%

:window
"%JAVA%" %OPTIONS% peekbench.ui.Main %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

:no_java
echo peekbench: "%JAVA%" is no Java 17 or newer. Peekbench needs one, a JRE is enough; set JAVA_HOME to its folder. >&2
exit /b 1

:no_cache
echo peekbench: the cache folder "%PEEKBENCH_CACHE%" cannot be written; set PEEKBENCH_CACHE to one that can. >&2
exit /b 1

:no_bench
echo peekbench: benchmarks are in the source tree only >&2
exit /b 1
