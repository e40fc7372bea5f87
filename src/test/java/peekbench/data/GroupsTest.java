package peekbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.data.IndexSets.Part;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.data.catalogue.FetchProgress;
import peekbench.data.format.ImageFolder;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;
import peekbench.seed.Seed;

/** Records of one group, such as the images of one patient, are never in two index sets nor at two clients. */
class GroupsTest {
    private static final Seed SEED = Seed.of(4);
    private static final List<String> CLASSES = List.of("covid", "none", "pneumonia");

    @TempDir
    private Path folder;

    /** Groups of 1 to 12 records, mostly small, of three classes, some of them mixed. */
    private static Dataset dataset() {
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; groups.size() < 600; group++) {
            int size = group % 40 == 0 ? 12 : 1 + group % 3;
            for (int i = 0; i < size; i++) {
                groups.add(group);
            }
        }
        int[] numbers = groups.stream().mapToInt(Integer::intValue).toArray();
        int[] labels = IntStream.range(0, numbers.length)
                .map(i -> numbers[i] % 7 == 0 ? i % 3 : numbers[i] % 3)
                .toArray();
        return grouped(labels, numbers);
    }

    private static Dataset grouped(int[] labels, int[] groups) {
        return Dataset.ofImages("scans", CLASSES, Shape.of(1, 1, 1), new byte[labels.length], labels, labels.length)
                .withGroups("patient_id", groups);
    }

    /** Fails when one group is in two parts. */
    private static void assertApart(Dataset dataset, List<int[]> parts) {
        Map<Integer, Integer> owners = new HashMap<>();
        TreeSet<Integer> records = new TreeSet<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int record : parts.get(part)) {
                assertThat(records.add(record)).as("record %d", record).isTrue();
                int group = dataset.group(record).orElseThrow();
                owners.putIfAbsent(group, part);
                assertThat(owners).containsEntry(group, part);
            }
        }
    }

    @Test
    void indexSetsHaveTheirSizesAndNoGroupIsInTwo() {
        Dataset dataset = dataset();
        IndexSets sets = IndexSets.draw(dataset, new IndexSets.Sizes(300, 100, 101, 50), SEED);
        assertApart(dataset, Arrays.stream(Part.values()).map(sets::of).toList());
        assertThat(Arrays.stream(Part.values()).map(part -> sets.of(part).length))
                .containsExactly(300, 100, 101, 50);
        assertThat(sets.of(Part.VICTIM_TRAIN))
                .isEqualTo(IndexSets.draw(dataset, new IndexSets.Sizes(300, 100, 101, 50), SEED)
                        .of(Part.VICTIM_TRAIN));
        for (int label = 0; label < 3; label++) {
            int wanted = label;
            assertThat(Arrays.stream(sets.of(Part.VICTIM_TRAIN))
                            .filter(record -> dataset.label(record) == wanted)
                            .count())
                    .isBetween(70L, 130L);
        }
    }

    static Stream<Partition> partitions() {
        return Stream.of(
                new Partition.Iid(),
                new Partition.ClassShards(2),
                new Partition.Dirichlet(.5),
                new Partition.Unequal(List.of(1., 2., 3., 4.)));
    }

    @ParameterizedTest
    @MethodSource("partitions")
    void noGroupIsAtTwoClients(Partition partition) {
        Dataset dataset = dataset();
        int[] records = IntStream.range(0, 400).toArray();
        List<int[]> parts = partition.split(dataset, records, 4, SEED);
        assertApart(dataset, parts);
        assertThat(parts.stream().flatMapToInt(Arrays::stream).sorted())
                .containsExactly(Arrays.stream(records).boxed().toArray(Integer[]::new));
    }

    @Test
    void iidPartsDifferByAGroupAtMost() {
        assertThat(new Partition.Iid().split(dataset(), IntStream.range(0, 400).toArray(), 4, SEED))
                .allSatisfy(part -> assertThat(part.length).isBetween(100 - 12, 100 + 12));
    }

    @Test
    void everyClientGetsAGroupHoweverLargeOthersAre() {
        Dataset dataset = grouped(new int[12], new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2});
        for (int seed = 0; seed < 6; seed++) {
            List<int[]> parts =
                    new Partition.Iid().split(dataset, IntStream.range(0, 12).toArray(), 3, Seed.of(seed));
            assertApart(dataset, parts);
        }
    }

    @Test
    void tooFewGroupsAreNamed() {
        Dataset two = grouped(new int[6], new int[] {0, 0, 0, 1, 1, 1});
        int[] all = IntStream.range(0, 6).toArray();
        assertThatThrownBy(() -> new Partition.Iid().split(two, all, 3, SEED))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("6 records of 2 groups (patient_id) to 3 clients");
        assertThatThrownBy(() -> new Partition.Resampled(2).split(two, all, 2, SEED))
                .hasMessageContaining("stay at one client. Use iid");
        assertThatThrownBy(() -> IndexSets.draw(two, new IndexSets.Sizes(1, 1, 1, 0), SEED))
                .hasMessageContaining("The index set (attacker-auxiliary) takes 1 records of data set (scans)")
                .hasMessageContaining("(patient_id) stay in one set, and only 0 are left");
        assertThatThrownBy(() -> IndexSets.draw(two, new IndexSets.Sizes(5, 2, 0, 0), SEED))
                .hasMessageContaining("take 7 records of the training part");
    }

    @Test
    void imageFoldersReadGroupsFromTheirIndex() throws IOException {
        write("covid-xray-128", "file,class,patient_id\na.png,covid,p7\nb.png,none,p3\nc.png,none,p7\n");
        String path = folder.resolve("covid-xray-128").toString();
        Dataset plain = new ImageFolder(path, Optional.of("index.csv")).load();
        Dataset patients = new ImageFolder(path, Optional.of("index.csv"), Optional.of("patient_id")).load();
        assertThat(plain.groupName()).isEmpty();
        assertThat(plain.group(0)).isEmpty();
        assertThat(patients.groupName()).contains("patient_id");
        assertThat(IntStream.range(0, 3).map(i -> patients.group(i).orElseThrow()))
                .containsExactly(0, 1, 0);
        assertThat(patients.sha256()).isNotEqualTo(plain.sha256());
        Dataset catalogued = new DataCatalogue(
                        Registry.builtIn(DatasetProvider.KIND),
                        List.of(folder),
                        folder.resolve("cache"),
                        Optional.empty())
                .load("covid-xray-128", FetchProgress.silent());
        assertThat(catalogued.name()).isEqualTo("covid-xray-128");
        assertThat(catalogued.sha256()).isEqualTo(patients.sha256());
    }

    private void write(String set, String index) throws IOException {
        Files.createDirectories(folder.resolve(set));
        Files.writeString(folder.resolve(set).resolve("index.csv"), index);
        Stream.of("a.png", "b.png", "c.png").forEach(name -> {
            try {
                BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
                ImageIO.write(image, "png", folder.resolve(set).resolve(name).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void groupsThatAreClassesAreRemarked() {
        assertThat(grouped(new int[] {0, 1, 0, 1}, new int[] {5, 7, 5, 7}).remarks())
                .containsExactly("The groups (patient_id) are the classes, so each class is in one index set and at one"
                        + " client only; is it the right group-column?");
        assertThat(grouped(new int[] {0, 1, 0, 1}, new int[] {5, 7, 6, 7}).remarks())
                .isEmpty();
    }

    @Test
    void partsAreDrawnByGroupsWithinThem() {
        int[] labels = new int[12];
        int[] groups = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
        Dataset set = Dataset.ofImages(
                        "scans", List.of("a"), Shape.of(1, 1, 1), new byte[12], labels, new GivenParts(6, 4, 2))
                .withGroups("patient_id", groups);
        IndexSets sets = IndexSets.draw(set, new IndexSets.Sizes(6, 4, 2, 0), SEED);
        assertThat(sets.of(Part.VICTIM_TRAIN)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        assertThat(sets.of(Part.VICTIM_TEST)).containsExactlyInAnyOrder(6, 7, 8, 9);
        assertThat(sets.of(Part.ATTACKER_AUXILIARY)).containsExactlyInAnyOrder(10, 11);
    }

    @Test
    void missingGroupsAreNamed() throws IOException {
        write("bad", "file,class,patient_id\na.png,covid,p7\nb.png,none,\n");
        String path = folder.resolve("bad").toString();
        Optional<String> index = Optional.of("index.csv");
        assertThatThrownBy(() -> new ImageFolder(path, index, Optional.of("patient")).load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no column (patient); its columns are file, class, patient_id");
        assertThatThrownBy(() -> new ImageFolder(path, index, Optional.of("patient_id")).load())
                .hasMessageContaining("has no value in column (patient_id) for the image (b.png)");
        assertThatThrownBy(() -> new ImageFolder(path, Optional.empty(), Optional.of("patient_id")))
                .hasMessageContaining("group-column: is patient_id, but there is no index file");
    }

    @Test
    void aSetThatCannotBeFetchedSaysWhereToPutIt() {
        assertThatThrownBy(() -> new DataCatalogue(
                                Registry.builtIn(DatasetProvider.KIND), List.of(), folder, Optional.empty())
                        .load("covid-xray-128", FetchProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "data set (covid-xray-128) has no public download. Put index.csv with the columns file,"
                                + " class and patient_id and the images that it names into the folder covid-xray-128 of"
                                + " PEEKBENCH_DATA");
    }
}
