package peekbench.ui.model.look;

/** How pictures are laid out. */
public enum LookMode {
    STRIP("Strip", "The same pictures in every row: originals first, then what each attack made of them."),
    GRID("Grid", "All pictures of the current arm, each original above its reconstruction."),
    ONE("One", "One picture, large: original, reconstruction and error side by side.");

    private final String title;
    private final String meaning;

    LookMode(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** On its button. */
    public String title() {
        return title;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
