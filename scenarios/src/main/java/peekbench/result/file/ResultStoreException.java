package peekbench.result.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Results could not be written or read; what was complete before is untouched. */
public final class ResultStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResultStoreException(String message) {
        super(message);
    }

    public ResultStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A failed write, with the reason of the system and what is left of the disk. */
    public static ResultStoreException writing(Path file, IOException cause) {
        return new ResultStoreException(
                "Could not write " + file + ": " + reason(cause) + freeSpace(file)
                        + ". Trials that were complete are untouched. Free some space, allow this user to write there or"
                        + " choose another folder with --out DIR, then run again: complete trials are not repeated.",
                cause);
    }

    /** A failed read. */
    public static ResultStoreException reading(Path file, IOException cause) {
        return new ResultStoreException(
                "Could not read " + file + ": " + reason(cause)
                        + ". If the trial's folder is damaged, delete it and run the trial again.",
                cause);
    }

    /** Why the disk refuses, in words. */
    public static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "the file does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException taken) {
            return "there is something at " + taken.getFile();
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (cause.getCause() instanceof IOException deeper) {
            return reason(deeper); // who writes pictures says only that they could not be written
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String freeSpace(Path file) {
        Path place = file.toAbsolutePath();
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (place == null) {
            return "";
        }
        try {
            return " (" + Files.getFileStore(place).getUsableSpace() / 1024 + " KiB free there)";
        } catch (IOException e) {
            return "";
        }
    }
}
