package peekbench.ui.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import peekbench.threat.TargetSet;

/** Reads result folders. Every method may take long and is called away from the window's thread. */
public interface ResultFolders {
    /**
     * The finished trials of a folder, in the order of the store.
     *
     * @throws RuntimeException with a message for people, when the folder holds no results that can be read
     */
    List<TrialSummary> trials(Path folder);

    /** Originals and reconstructions of the strongest attack, the most similar first; empty when none are stored. */
    List<PicturePair> pictures(Path folder, String trial, TargetSet targets);

    /** Loss and accuracy over the epochs of one trial; empty when it has no epochs. */
    Optional<JFreeChart> curves(Path folder, String trial);
}
