package peekbench.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.data.Sha256;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;

class DownloaderTest {
    private static final byte[] CONTENT = new byte[100_000];
    /** Long enough for a loopback server on a busy machine, short enough to wait for one that stalls. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Downloader downloader = new Downloader(PATIENCE);
    private LoopbackServer server;
    private RemoteFile file;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        Arrays.fill(CONTENT, (byte) 7);
        server = new LoopbackServer(CONTENT);
        Sha256 digest = new Sha256();
        digest.update(CONTENT);
        file = new RemoteFile("file.bin", HexFormat.of().formatHex(digest.finish()), List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodMirrorGivesTheFileAndTheProgress() throws IOException {
        List<Long> totals = new ArrayList<>();
        Path path = fetch((name, bytes, total) -> totals.add(total), "/good");
        assertThat(path).hasBinaryContent(CONTENT).hasFileName("file.bin");
        assertThat(totals).isNotEmpty().containsOnly((long) CONTENT.length);
        assertOnlyTheFileRemains();
    }

    @Test
    void badMirrorsArePassedOver() throws IOException {
        assertThat(fetch(FetchProgress.silent(), "/missing", "/wrong", "/stalling", "/truncated", "/good"))
                .hasBinaryContent(CONTENT);
        assertThat(server.ranges()).containsExactly("bytes=" + CONTENT.length / 2 + "-");
        assertOnlyTheFileRemains();
    }

    @Test
    void aBrokenDownloadIsContinued() throws IOException {
        assertThatThrownBy(() -> fetch(FetchProgress.silent(), "/truncated")).hasMessageContaining("file.bin");
        assertThat(folder.resolve("file.bin.part")).hasSize(CONTENT.length / 2);
        assertThat(fetch(FetchProgress.silent(), "/good")).hasBinaryContent(CONTENT);
        assertThat(server.ranges()).hasSize(1);
    }

    @Test
    void everyMirrorsFailureIsTold() {
        assertThatThrownBy(() -> fetch(FetchProgress.silent(), "/missing", "/wrong", "/stalling", "/truncated"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/missing failed: it answered 404")
                .hasMessageContaining("/wrong sent other bytes")
                .hasMessageContaining("/stalling said nothing for 2000 ms")
                .hasMessageContaining("/truncated failed")
                .hasMessageContaining("Put the file into (" + folder)
                .hasMessageContaining("--mirror");
        assertThat(folder.resolve("file.bin")).doesNotExist();
    }

    @Test
    void withoutANetworkTheMessageSaysWhichFileGoesWhere() {
        DataCatalogue catalogue = new DataCatalogue(
                Registry.builtIn(DatasetProvider.KIND),
                List.of(),
                folder,
                java.util.Optional.of(server.at("/missing")),
                PATIENCE);
        assertThatThrownBy(() -> new Downloader(PATIENCE)
                        .fetch(
                                file,
                                List.of(URI.create("http://127.0.0.1:1/file.bin")),
                                folder,
                                FetchProgress.silent()))
                .hasMessageContaining("file.bin")
                .hasMessageContaining("Put the file into");
        assertThat(catalogue.list()).filteredOn(DatasetStatus::present).allMatch(DatasetStatus::embedded);
    }

    private Path fetch(FetchProgress progress, String... paths) {
        return downloader.fetch(file, Arrays.stream(paths).map(server::at).toList(), folder, progress);
    }

    private void assertOnlyTheFileRemains() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("file.bin"));
        }
    }
}
