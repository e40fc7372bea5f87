package peekbench.ui.service;

import java.nio.file.Path;
import java.util.List;
import peekbench.threat.observation.TargetSet;

/** Reads result folders. Every method may take long and is called away from the window's thread. */
public interface ResultFolders {
    /**
     * The trials of a folder and the charts over all of them.
     *
     * @throws RuntimeException with a message for people, when the folder holds no results that can be read
     */
    FolderContent read(Path folder);

    /** Originals and reconstructions of the strongest attack, the most similar first; empty when none are stored. */
    List<PicturePair> pictures(Path folder, String trial, TargetSet targets);
}
