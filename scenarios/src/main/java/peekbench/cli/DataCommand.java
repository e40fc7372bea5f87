package peekbench.cli;

import picocli.CommandLine.Command;

/** {@code peekbench data}. */
@Command(
        name = "data",
        description = "Lists, fetches and verifies the data sets of the catalogue, and looks at your own.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class DataCommand {}
