package peekbench.result.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.metric.Metric;
import peekbench.result.file.FileNames;
import peekbench.result.file.Npy;
import peekbench.threat.observation.TargetSet;

/** Writes and reads the arrays and the contact sheet of one attack below a trial's folder. */
public final class ReconstructionWriter {
    private static final int IMAGE_RANK = 4;

    private ReconstructionWriter() {}

    /** The folder of a set of records below the trial's. */
    static String folder(TargetSet targets) {
        return ReconstructionFiles.FOLDER + "/" + targets.label() + "/";
    }

    public static ReconstructionFiles write(Path trial, Reconstructions made) throws IOException {
        String below = folder(made.targets());
        Files.createDirectories(trial.resolve(below));
        String name = below + FileNames.of(made.attack());
        String originals = below + "originals.npy";
        if (!Files.exists(trial.resolve(originals))) {
            Npy.write(trial.resolve(originals), made.originals());
        }
        Npy.write(trial.resolve(name + ".npy"), made.reconstructions());
        List<ReconstructionFiles.Values> values = new ArrayList<>();
        for (Metric metric : made.metrics()) {
            String file = name + FileNames.ending(metric) + ".npy";
            Npy.write(trial.resolve(file), made.values(metric).orElseThrow());
            values.add(new ReconstructionFiles.Values(metric, file));
        }
        ReconstructionFiles files = new ReconstructionFiles(
                made.attack(),
                made.targets(),
                originals,
                name + ".npy",
                values,
                classes(trial, name, made.read()),
                Optional.empty());
        return files.duringTraining() ? files : withSheet(trial, name, made, files);
    }

    /** Writes classes as numbers; nothing where there are none. */
    static Optional<String> classes(Path trial, String name, List<Integer> classes) throws IOException {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        String file = name + "-read.npy";
        Npy.write(
                trial.resolve(file),
                classes.stream().mapToDouble(Integer::doubleValue).toArray());
        return Optional.of(file);
    }

    private static ReconstructionFiles withSheet(
            Path trial, String name, Reconstructions made, ReconstructionFiles files) throws IOException {
        if (made.originals().rank() != IMAGE_RANK) {
            return files;
        }
        String file = name + ".png";
        ContactSheet.write(made.originals(), made.reconstructions(), trial.resolve(file));
        return new ReconstructionFiles(
                files.attack(),
                files.targets(),
                files.originals(),
                files.reconstructions(),
                files.values(),
                files.read(),
                Optional.of(file));
    }
}
