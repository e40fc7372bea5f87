package peekbench.ui.service.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.journal.ShellWords;
import peekbench.ui.service.WorkspaceFolders;

/**
 * A command that runs something, in a process of its own.
 *
 * @param title of what it runs, for people
 * @param folder where it works, absolute
 * @param arguments of {@code peekbench}, beginning with the command's name
 */
public record RunRequest(String title, String folder, List<String> arguments) {
    private static final String THREADS = "--threads";

    public RunRequest {
        arguments = List.copyOf(arguments);
    }

    /** Runs what is missing of a scenario. */
    public static RunRequest of(Path folder, Path scenario) {
        Path at = folder.toAbsolutePath().normalize();
        Path file = scenario.toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        String argument = file.startsWith(at) ? at.relativize(file).toString() : file.toString();
        return new RunRequest(name, at.toString(), List.of("run", argument));
    }

    /** The same again as a run that was begun, which runs what is missing; empty before its first line is there. */
    public static Optional<RunRequest> again(RunNews run) {
        return run.header().map(header -> {
            List<String> words = ShellWords.split(header.command());
            return new RunRequest(
                    header.scenario(),
                    began(run.files().results(), Path.of(header.folder())).toString(),
                    words.subList(Math.min(1, words.size()), words.size()));
        });
    }

    /** Where a run worked, since its command's paths are seen from there. */
    private static Path began(Path results, Path folder) {
        Path at = results.toAbsolutePath().normalize();
        if (folder.isAbsolute() || !at.endsWith(folder.normalize())) {
            return WorkspaceFolders.home(at);
        }
        for (int i = 0; i < folder.normalize().getNameCount() && at.getParent() != null; i++) {
            at = at.getParent();
        }
        return at;
    }

    /** With so many trials side by side, in place of what it said of that. */
    public RunRequest sideBySide(int trials) {
        List<String> words = new ArrayList<>(arguments);
        int at = words.indexOf(THREADS);
        if (at >= 0 && at + 1 < words.size()) {
            words.remove(at);
            words.remove(at);
        }
        words.addAll(List.of(THREADS, Integer.toString(trials)));
        return new RunRequest(title, folder, words);
    }

    /** The scenario, or a suite's folder of scenarios; empty where the command names none. */
    public Optional<Path> scenario() {
        return arguments.size() < 2
                ? Optional.empty()
                : Optional.of(Path.of(folder).resolve(arguments.get(1)));
    }

    /** As a person writes it. */
    public String command() {
        List<String> words = new ArrayList<>(List.of("./peekbench"));
        words.addAll(arguments);
        return ShellWords.join(words);
    }
}
