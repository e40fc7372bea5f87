package peekbench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.result.file.TemporaryName;
import peekbench.result.file.TrialLock;

/**
 * Where the trials of a run go. As long as it is open, no other run gives the names of their seed groups to other settings, also
 * before the first trial is there to be seen.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class PlaceClaim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceClaim.class);
    private static final String BEGINNING = "group-";

    private final List<PlacedTrial> placed;
    private final List<Held> held;

    private record Held(Path file, TrialLock lock) {}

    private PlaceClaim(List<PlacedTrial> placed, List<Held> held) {
        this.placed = placed;
        this.held = held;
    }

    /** Claims; for who alone does so at this moment. */
    static PlaceClaim of(StoreFolder folder, List<WantedTrial> wanted, List<PlacedTrial> placed) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            names.add(BEGINNING + placed.get(i).key().group() + "~"
                    + wanted.get(i).work().shortSettings());
        }
        List<Held> held = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            Path file = folder.lock(name + TemporaryName.unique());
            TrialLock.tryAcquire(file).ifPresent(lock -> held.add(new Held(file, lock)));
        }
        return new PlaceClaim(placed, held);
    }

    /** What runs that are going have claimed; settings that none of these trials have are known by their first digits only. */
    static List<SeedGroups.Occupant> ofOthers(StoreFolder folder, List<WantedTrial> wanted) throws IOException {
        List<SeedGroups.Occupant> claimed = new ArrayList<>();
        for (Path file : folder.locks(BEGINNING)) {
            List<String> parts = List.of(
                    file.getFileName().toString().substring(BEGINNING.length()).split("~", -1));
            if (parts.size() == 3 && TrialLock.isHeld(file).orElse(false)) {
                TrialWork work = wanted.stream()
                        .map(WantedTrial::work)
                        .filter(mine -> mine.shortSettings().equals(parts.get(1)))
                        .findFirst()
                        .orElseGet(() -> new TrialWork(parts.get(1), 0));
                claimed.add(new SeedGroups.Occupant("", parts.get(0), Optional.of(work), false));
            }
        }
        return claimed;
    }

    /** Removes what runs claimed that died. */
    static void removeDead(StoreFolder folder) throws IOException {
        for (Path file : folder.locks(BEGINNING)) {
            if (!TrialLock.isHeld(file).orElse(true)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** One for each wanted trial, in their order. */
    public List<PlacedTrial> placed() {
        return placed;
    }

    @Override
    public void close() {
        for (Held one : held) {
            try (TrialLock lock = one.lock()) {
                Files.deleteIfExists(one.file());
                LOG.debug("{} is free; held alone: {}", one.file(), lock.exclusive());
            } catch (IOException e) {
                LOG.info("{} stays, held by nobody: {}", one.file(), e.toString());
            }
        }
    }
}
