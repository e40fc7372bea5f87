package peekbench.data.catalogue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import peekbench.data.Sha256;
import peekbench.problem.ConfigurationException;

/**
 * Downloads files from the first mirror that delivers the right bytes. What has arrived is kept under a temporary name and
 * continued, from the same or another mirror; the file gets its name only when its checksum is right.
 *
 * @param stall how long a mirror may say nothing
 */
record Downloader(Duration stall) {
    private static final int BUFFER = 1 << 16;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /**
     * Downloads one file.
     *
     * @return the file in {@code folder}
     * @throws ConfigurationException when no mirror delivers it; says what each of them did
     */
    Path fetch(RemoteFile file, List<URI> mirrors, Path folder, FetchProgress progress) {
        Path target = folder.resolve(file.name());
        Path part = folder.resolve(file.name() + ".part");
        List<String> failures = new ArrayList<>();
        for (URI mirror : mirrors) {
            try {
                Files.createDirectories(folder);
                receive(mirror, part, file.name(), progress);
                String found = sha256(part);
                if (found.equals(file.sha256())) {
                    return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.delete(part);
                failures.add(mirror + " sent other bytes (SHA-256 " + found + ")");
            } catch (SocketTimeoutException e) {
                failures.add(mirror + " said nothing for " + stall.toMillis() + " ms");
            } catch (IOException e) {
                failures.add(mirror + " failed: " + e.getMessage());
            }
        }
        throw new ConfigurationException("The file (" + file.name() + ") could not be downloaded: "
                + String.join("; ", failures) + ". Put the file into (" + folder
                + ") yourself, or give another source with --mirror.");
    }

    private void receive(URI mirror, Path part, String name, FetchProgress progress) throws IOException {
        long present = Files.exists(part) ? Files.size(part) : 0;
        URLConnection connection = connect(mirror, present);
        int status = connection instanceof HttpURLConnection http ? http.getResponseCode() : HttpURLConnection.HTTP_OK;
        if (status == RANGE_NOT_SATISFIABLE) {
            return; // everything had arrived before; the checksum decides
        }
        if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL) {
            throw new IOException("it answered " + status);
        }
        boolean continues = status == HttpURLConnection.HTTP_PARTIAL;
        StandardOpenOption how = continues ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (InputStream in = connection.getInputStream();
                OutputStream out =
                        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            long before = continues ? present : 0;
            long announced = connection.getContentLengthLong();
            long total = announced < 0 ? -1 : before + announced;
            copy(in, out, before, total, arrived -> progress.received(name, arrived, total));
        }
    }

    private static void copy(InputStream in, OutputStream out, long before, long total, LongConsumer progress)
            throws IOException {
        long arrived = before;
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            arrived += count;
            progress.accept(arrived);
        }
        if (total >= 0 && arrived < total) {
            throw new EOFException("it sent " + arrived + " of " + total + " bytes");
        }
    }

    /** Asks for what is not present yet. */
    private URLConnection connect(URI mirror, long present) throws IOException {
        URLConnection connection = mirror.toURL().openConnection();
        connection.setConnectTimeout((int) stall.toMillis());
        connection.setReadTimeout((int) stall.toMillis());
        if (present > 0) {
            connection.setRequestProperty("Range", "bytes=" + present + "-");
        }
        return connection;
    }

    /** The checksum of a file, in hexadecimal. */
    static String sha256(Path file) throws IOException {
        Sha256 digest = new Sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, count);
            }
        }
        return HexFormat.of().formatHex(digest.finish());
    }
}
