package peekbench.scenario;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.data.AuxiliarySource;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.FetchProgress;
import peekbench.data.format.ArrayFile;
import peekbench.data.format.CifarFolder;
import peekbench.data.format.IdxFolder;
import peekbench.data.format.ImageFolder;
import peekbench.data.format.OwnData;
import peekbench.data.format.TableFile;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.NameOf;
import peekbench.registry.Summary;
import peekbench.seed.Seed;

/**
 * Which records play which part.
 *
 * @param dataset name in the catalogue; beside own data what they are called, their file's name where it is left out
 * @param victimTrain records that the victims train on
 * @param victimTest records that nobody trains on; the network is tested and attacks are scored on them
 * @param attackerAuxiliary the attacker's own records to train on
 * @param attackerValidation the attacker's own records to stop by
 * @param drawn when it is drawn which records these are
 * @param auxiliary where the attacker's records come from; every attack is mounted with the records of each source. All
 *     count as many, but for a missing class
 * @param partition how the victims' records are spread over the clients
 * @param imageFolder own images in place of a catalogue's set
 * @param table an own table in place of a catalogue's set
 * @param arrays own NumPy arrays in place of a catalogue's set
 * @param idxFolder own idx files in place of a catalogue's set
 * @param cifarFolder own CIFAR records in place of a catalogue's set
 * @param positiveClass the class that is told from all others: the task becomes one of two classes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("which records play which part; the four sets are disjoint")
public record DataPlan(
        @NameOf(
                value = "data set",
                unless = {"image-folder", "table", "arrays", "idx-folder", "cifar-folder"})
        @Default("\"\"")
        @Summary("name of a data set, see peekbench list datasets; beside own data, what these are to be called")
        String dataset,

        @Summary("records that the victims train on") int victimTrain,
        @Summary("records that nobody trains on") int victimTest,

        @Default("0") @Summary("the attacker's own records to train on")
        int attackerAuxiliary,

        @Default("0") @Summary("the attacker's own records to stop by")
        int attackerValidation,

        @Default("each-seed") @Summary("when it is drawn which records these are; once: the same over all seeds")
        RecordDraw drawn,

        @Default("[same]") @Summary("sources of the attacker's own records; every attack is mounted with those of each")
        List<AuxiliarySource> auxiliary,

        @Default("iid") @Summary("how the victims' records are spread over the clients")
        Partition partition,

        @Summary("own images: the data set is this folder") Optional<ImageFolder> imageFolder,
        @Summary("an own table: the data set is this file") Optional<TableFile> table,
        @Summary("own arrays: the data set is this file") Optional<ArrayFile> arrays,

        @Summary("own idx files: the data set is this folder")
        Optional<IdxFolder> idxFolder,

        @Summary("own CIFAR records: the data set is this folder")
        Optional<CifarFolder> cifarFolder,

        @Summary("this class against the rest: a task of two classes, as rare as the class is")
        Optional<String> positiveClass) {
    public DataPlan {
        auxiliary = List.copyOf(auxiliary);
        Problems problems = new Problems();
        List<OwnData> own = given(List.of(imageFolder, table, arrays, idxFolder, cifarFolder));
        if (own.size() > 1) {
            problems.add(
                    "",
                    "has " + own.size() + " data sets of your own ("
                            + own.stream().map(OwnData::path).collect(joining(", "))
                            + "); a scenario has one. Remove the others.");
        }
        if (dataset.isBlank()) {
            if (own.isEmpty()) {
                problems.add(
                        "dataset",
                        "is missing; name a data set, see peekbench list datasets, or give own data: image-folder, table,"
                                + " arrays, idx-folder or cifar-folder.");
            }
            dataset = own.stream().map(OwnData::fileName).findFirst().orElse("");
        }
        if (table.filter(file -> file.columns().classColumn().isEmpty()).isPresent() && positiveClass.isPresent()) {
            problems.add(
                    "positive-class",
                    "is (" + positiveClass.get() + "), but the target-columns of the table are numbers to predict, no"
                            + " classes. Remove it, or give class-column.");
        }
        checkSources(problems, dataset, auxiliary);
        try {
            new IndexSets.Sizes(victimTrain, victimTest, attackerAuxiliary, attackerValidation);
        } catch (ConfigurationException e) {
            problems.addAll("", e.problems());
        }
        problems.throwIfAny();
    }

    private static void checkSources(Problems problems, String dataset, List<AuxiliarySource> sources) {
        if (sources.isEmpty()) {
            problems.add("auxiliary", "is an empty list; name at least one source, as in [same].");
        }
        if (new HashSet<>(sources).size() < sources.size()) {
            problems.add("auxiliary", "names a source twice; name each once.");
        }
        for (int place = 0; place < sources.size(); place++) {
            String path = "auxiliary[" + place + "].dataset";
            sources.get(place).otherDataset().ifPresent(other -> checkOther(problems, path, dataset, other));
        }
    }

    private static void checkOther(Problems problems, String path, String dataset, String other) {
        if (DataCatalogue.shareRecords(dataset, other)) {
            problems.add(
                    path,
                    "is " + other + ", which has records of the victims' data set (" + dataset
                            + "); the attacker could hold those it is scored on. Use the source same, or another set.");
        }
    }

    /**
     * Reads the data sets, fetching first what is nowhere to be found.
     *
     * @throws ConfigurationException when files are missing or damaged, cannot be fetched, or have no such class
     */
    public ScenarioData load(DataCatalogue catalogue, FetchProgress progress) {
        Dataset loaded =
                own().map(data -> data.load(dataset, progress)).orElseGet(() -> catalogue.load(dataset, progress));
        loaded.remarks().forEach(progress::remarked);
        Dataset victims = positiveClass.map(loaded::oneAgainstRest).orElse(loaded);
        Map<String, Dataset> others = new HashMap<>();
        auxiliary.stream()
                .flatMap(source -> source.otherDataset().stream())
                .forEach(name -> others.put(name, catalogue.load(name, progress)));
        return new ScenarioData(victims, others);
    }

    /** The user's own data that take a catalogue's place. */
    public Optional<OwnData> own() {
        return given(List.of(imageFolder, table, arrays, idxFolder, cifarFolder)).stream()
                .findFirst();
    }

    private static List<OwnData> given(List<Optional<? extends OwnData>> kinds) {
        return kinds.stream().<OwnData>flatMap(Optional::stream).toList();
    }

    /** The data set as tables and reports call it: {@code mnist, 3 against the rest}. */
    public String label() {
        return dataset
                + positiveClass.map(name -> ", " + name + " against the rest").orElse("");
    }

    /** The data sets that are found by name, those of attackers included. */
    public Stream<String> names() {
        return Stream.concat(
                own().isPresent() ? Stream.empty() : Stream.of(dataset),
                auxiliary.stream().flatMap(source -> source.otherDataset().stream()));
    }

    /**
     * The four sets that a trial of this seed uses.
     *
     * @throws ConfigurationException when the data set is too small
     */
    public IndexSets indexSets(Dataset loaded, Seed trial) {
        IndexSets.Sizes sizes = new IndexSets.Sizes(victimTrain, victimTest, attackerAuxiliary, attackerValidation);
        return IndexSets.draw(loaded, sizes, drawn.stream(trial));
    }

    /**
     * The attacker's records in a data set that is not the victims', drawn like those of the victims'; of the victims' parts
     * it has one record each, which nobody uses.
     *
     * @throws ConfigurationException when the data set is too small
     */
    public IndexSets otherIndexSets(Dataset other, Seed trial) {
        IndexSets.Sizes sizes = new IndexSets.Sizes(1, 1, attackerAuxiliary, attackerValidation);
        return IndexSets.draw(other, sizes, drawn.stream(trial).child(other.name()));
    }

    /** The victims' records of each client in a trial of this seed. */
    List<int[]> clients(Dataset loaded, IndexSets sets, int clients, Seed trial) {
        return partition.split(loaded, sets.of(IndexSets.Part.VICTIM_TRAIN), clients, trial.child("partition"));
    }
}
