package peekbench.ui.service.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.result.file.AtomicFile;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;
import peekbench.ui.service.WorkspaceFolders;

/** Keeps waiting runs in {@code .runs/waiting.json}, beside the journals of the workspace. */
public final class WaitingFile implements WaitingRuns {
    private static final Logger LOGGER = LoggerFactory.getLogger(WaitingFile.class);
    private static final String NAME = "waiting.json";

    /** What the file holds. */
    record Waiting(List<RunRequest> runs) {
        Waiting {
            runs = List.copyOf(runs);
        }
    }

    private static Path file(Path workspace) {
        return WorkspaceFolders.runs(workspace).resolve(".runs").resolve(NAME);
    }

    @Override
    public List<RunRequest> read(Path workspace) {
        Path file = file(workspace);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(file.toFile(), Waiting.class).runs();
        } catch (IOException e) {
            LOGGER.warn("The runs that wait in {} cannot be read; they have to be added again: {}", file, e.toString());
            return List.of();
        }
    }

    @Override
    public void write(Path workspace, List<RunRequest> requests) {
        Path file = file(workspace);
        try {
            if (requests.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw ResultStoreException.writing(file, e);
        }
        byte[] bytes = Json.bytes(new Waiting(requests));
        AtomicFile.write(file, aside -> Files.write(aside, bytes));
    }
}
