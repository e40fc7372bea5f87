package peekbench.result.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.csv.CSVRecord;
import peekbench.evaluation.Claims;
import peekbench.evaluation.TargetRecord;
import peekbench.result.file.CsvTable;
import peekbench.threat.observation.TargetSet;

/** The tables of a trial that have a line a record: which they are, and what attacks claimed of them. */
public final class RecordTables {
    private static final String ATTACK = "attack";
    private static final String PLACE = "place";
    private static final String RECORD = "record";
    private static final String CLASS = "class";
    private static final String CLASS_NAME = "class_name";
    private static final String CLIENT = "client";
    private static final String SET = "set";
    private static final String EPOCH = "epoch";
    private static final String TRUE = "true";
    private static final String GIVEN = "given";
    private static final String INFERRED = "inferred";
    private static final String EVIDENCE = "evidence";
    private static final String TRUE_SHARE = "true_share";
    private static final String SAID_SHARE = "said_share";
    private static final String MEMBER = "member";
    private static final String SCORE = "score";

    private static final CsvTable RECORDS = CsvTable.of(PLACE, RECORD, CLASS, CLASS_NAME, CLIENT);
    private static final CsvTable LABELS = CsvTable.of(ATTACK, SET, EPOCH, RECORD, TRUE, GIVEN, INFERRED, EVIDENCE);
    private static final CsvTable MIXES = CsvTable.of(ATTACK, CLIENT, CLASS, TRUE_SHARE, SAID_SHARE);
    private static final CsvTable MEMBERS = CsvTable.of(ATTACK, RECORD, MEMBER, SCORE);

    private RecordTables() {}

    static void writeRecords(Path file, List<TargetRecord> records, List<String> classNames) throws IOException {
        AtomicInteger place = new AtomicInteger();
        RECORDS.append(
                file,
                records,
                record -> List.of(
                        place.getAndIncrement(),
                        record.record(),
                        record.label(),
                        record.label().isPresent()
                                ? classNames.get(record.label().getAsInt())
                                : "",
                        record.client()));
    }

    public static List<TargetRecord> readRecords(Path file) {
        return RECORDS.read(
                file,
                line -> new TargetRecord(
                        Integer.parseInt(line.get(RECORD)), CsvTable.whole(line, CLASS), CsvTable.whole(line, CLIENT)));
    }

    static void appendLabels(Path file, String attack, List<Claims.Label> claims) throws IOException {
        LABELS.append(
                file,
                claims,
                claim -> List.of(
                        attack,
                        claim.targets().label(),
                        claim.epoch(),
                        claim.record(),
                        claim.actual(),
                        claim.given(),
                        claim.inferred(),
                        claim.evidence()));
    }

    public static List<StoredClaim<Claims.Label>> readLabels(Path file) {
        return LABELS.read(
                file,
                line -> claim(
                        line,
                        new Claims.Label(
                                targets(line.get(SET)),
                                CsvTable.whole(line, EPOCH),
                                Integer.parseInt(line.get(RECORD)),
                                Integer.parseInt(line.get(TRUE)),
                                Integer.parseInt(line.get(GIVEN)),
                                Integer.parseInt(line.get(INFERRED)),
                                CsvTable.number(line, EVIDENCE))));
    }

    static void appendMixes(Path file, String attack, List<Claims.ClassShare> claims) throws IOException {
        MIXES.append(
                file, claims, claim -> List.of(attack, claim.client(), claim.label(), claim.actual(), claim.said()));
    }

    public static List<StoredClaim<Claims.ClassShare>> readMixes(Path file) {
        return MIXES.read(
                file,
                line -> claim(
                        line,
                        new Claims.ClassShare(
                                Integer.parseInt(line.get(CLIENT)),
                                Integer.parseInt(line.get(CLASS)),
                                Double.parseDouble(line.get(TRUE_SHARE)),
                                Double.parseDouble(line.get(SAID_SHARE)))));
    }

    static void appendMembers(Path file, String attack, List<Claims.Membership> claims) throws IOException {
        MEMBERS.append(file, claims, claim -> List.of(attack, claim.record(), claim.member() ? 1 : 0, claim.score()));
    }

    public static List<StoredClaim<Claims.Membership>> readMembers(Path file) {
        return MEMBERS.read(
                file,
                line -> claim(
                        line,
                        new Claims.Membership(
                                Integer.parseInt(line.get(RECORD)),
                                Integer.parseInt(line.get(MEMBER)) == 1,
                                Double.parseDouble(line.get(SCORE)))));
    }

    private static <T> StoredClaim<T> claim(CSVRecord line, T claim) {
        return new StoredClaim<>(line.get(ATTACK), claim);
    }

    private static TargetSet targets(String label) {
        return Arrays.stream(TargetSet.values())
                .filter(set -> set.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no set (" + label + ") of records"));
    }
}
