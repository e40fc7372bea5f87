package peekbench.deeplearning4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;

/** The hash that a network's file is known by. */
final class NetworkHash {
    private NetworkHash() {}

    /**
     * The SHA-256 of a file, in hexadecimal.
     *
     * @param expected what it must be
     * @throws ConfigurationException when there is no such file, or it has another hash
     */
    static String checked(String file, Optional<String> expected) {
        Problems problems = new Problems();
        Optional<Path> path = path(file);
        if (path.isEmpty()) {
            problems.add(
                    "file",
                    "is (" + file
                            + "), but there is no such file. The path is taken from the scenario's folder, or else"
                            + " from where the program runs.");
            problems.throwIfAny();
        }
        String found = hash(path.orElseThrow());
        if (expected.isPresent() && !expected.get().equals(found)) {
            problems.add(
                    "sha256",
                    "is " + expected.get() + ", but the file (" + file + ") has " + found + "; it was changed since."
                            + " Leave sha256 out to use it as it is.");
        }
        problems.throwIfAny();
        return found;
    }

    private static Optional<Path> path(String file) {
        try {
            return Optional.of(Path.of(file)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new ConfigurationException("The file (" + file + ") cannot be read: " + e.getMessage() + ".");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java machine has SHA-256", e);
        }
    }
}
