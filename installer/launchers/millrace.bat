@echo off
rem Starts Millrace with its own Java: the command line, or with "gui" the workbench.
rem MILLRACE_OPTS and JAVA_OPTS are given to the JVM, for example MILLRACE_OPTS=-Xmx256m.
setlocal
set "APP=%~dp0app"
set "JARS="
rem In the order of the desktop's launcher: the cache of loaded classes fits no other class path.
for /f "usebackq tokens=1,* delims==" %%k in ("%APP%\Millrace.cfg") do if "%%k"=="app.classpath" call :add "%%l"
"%~dp0runtime\bin\java.exe" "-XX:AOTCache=%APP%\millrace.aot" -Xlog:cds*=off -Xlog:aot*=off --enable-native-access=javafx.graphics,ALL-UNNAMED %JAVA_OPTS% %MILLRACE_OPTS% -classpath "%JARS%" dev.millrace.app.Main %*
exit /b %ERRORLEVEL%

:add
set "JARS=%JARS%%APP%\%~nx1;"
exit /b 0
