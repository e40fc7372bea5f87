package peekbench.ui.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps {@link WindowSettings} in the cache folder. What cannot be read or written costs no more than having to set it again. */
public final class SettingsFile {
    private static final Logger LOGGER = LoggerFactory.getLogger(SettingsFile.class);
    private static final String NAME = "window.json";

    private final ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
    private final Path file;

    /** @param cache the folder that holds it */
    public SettingsFile(Path cache) {
        this.file = cache.resolve(NAME);
    }

    /** What was kept last; the initial settings where there is nothing that can be read. */
    public WindowSettings read() {
        if (!Files.exists(file)) {
            return WindowSettings.INITIAL;
        }
        try {
            return json.readValue(file.toFile(), WindowSettings.class);
        } catch (IOException e) {
            LOGGER.warn(
                    "The window's settings in {} cannot be read ({}); it starts with the usual ones",
                    file,
                    e.toString());
            return WindowSettings.INITIAL;
        }
    }

    /** Writes aside, then renames. */
    public void write(WindowSettings settings) {
        try {
            Path aside = file.resolveSibling(NAME + ".new");
            json.writerWithDefaultPrettyPrinter().writeValue(aside.toFile(), settings);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOGGER.warn("The window's settings cannot be kept in {}: {}", file, e.toString());
        }
    }
}
