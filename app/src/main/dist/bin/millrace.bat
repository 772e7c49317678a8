@echo off
rem Starts Millrace: the command line, or with "gui" the workbench.
rem MILLRACE_OPTS and JAVA_OPTS are given to the JVM, for example MILLRACE_OPTS=-Xmx256m.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=2 delims=. " %%v in ('call "%JAVA%" --version 2^>nul') do if not defined MAJOR set "MAJOR=%%v"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% LSS 25 (
  echo millrace: needs Java 25 or newer: install a JDK 25, or set JAVA_HOME to one 1>&2
  exit /b 1
)
"%JAVA%" --module-path "%APP%\lib\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics,ALL-UNNAMED %JAVA_OPTS% %MILLRACE_OPTS% -classpath "%APP%\lib\*" dev.millrace.app.Main %*
exit /b %ERRORLEVEL%
