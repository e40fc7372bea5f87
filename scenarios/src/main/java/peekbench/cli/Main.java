package peekbench.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.FailureHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program {@code peekbench}. */
@Command(
        name = "peekbench",
        description = {
            "Trains networks across parties and measures what each party, or someone on the wire, learns about the"
                    + " others' data.",
            "",
            "Begin with: peekbench run scenarios/quickstart.yaml"
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a trial failed or results could not be written",
            "2:bad input: command line, scenario or data; nothing was run",
            "3:stopped before its end; complete trials are kept and the same command goes on",
            "130:interrupted with Ctrl-C; the same holds",
            "143:ended by the system with SIGTERM; the same holds"
        },
        footer = {"", "The window is started with: peekbench ui [FOLDER]"},
        subcommands = HelpCommand.class)
public final class Main {
    private Main() {}

    /** Runs a command and ends the Java machine with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Console.system(), arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new RunsCommand(console))
                .addSubcommand(new FollowCommand(console))
                .addSubcommand(new PauseCommand(console))
                .addSubcommand(new ResumeCommand(console))
                .addSubcommand(new StopCommand(console))
                .addSubcommand(new AttackCommand(console))
                .addSubcommand(new SmashCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new SuiteCommand(console))
                .addSubcommand(new ReplicateCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new FsckCommand(console))
                .addSubcommand(new TrialsCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new CommandLine(new ListCommand(console)).addSubcommand(new ListCutsCommand(console)))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new CommandLine(new DataCommand())
                        .addSubcommand(new DataListCommand(console))
                        .addSubcommand(new DataFetchCommand(console))
                        .addSubcommand(new DataVerifyCommand(console))
                        .addSubcommand(new DataInspectCommand(console)))
                .addSubcommand(new SchemaCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .registerConverter(Path.class, Main::path)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(console.interactive())
                .setExecutionExceptionHandler(new FailureHandler(console));
        try {
            return written(console, line.execute(arguments));
        } catch (OutOfMemoryError | StackOverflowError e) {
            if (List.of(arguments).contains("--verbose")) {
                e.printStackTrace(console.err());
            }
            console.err().println("peekbench: " + FailureHandler.exhausted(e));
            return ExitCode.FAILED;
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new CommandLine.TypeConversionException(FailureHandler.unspellable(e));
        }
    }

    /** Nothing is done that was not printed: a full disk behind standard output is a failure. */
    private static int written(Console console, int code) {
        if (console.out().checkError() && code == ExitCode.DONE) {
            console.err()
                    .println(
                            "peekbench: Not all of the output could be written. Is the disk full, or was the program that"
                                    + " reads it ended?");
            return ExitCode.FAILED;
        }
        return code;
    }
}
