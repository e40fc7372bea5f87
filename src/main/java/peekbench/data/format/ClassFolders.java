package peekbench.data.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.data.GivenPart;
import peekbench.problem.ConfigurationException;

/**
 * Finds images in sub-folders that are classes; links are followed, hidden folders and files are not looked at. Where the folders
 * are called train and test, and perhaps auxiliary, those are parts, and the folders in them classes.
 */
final class ClassFolders {
    private static final String IMAGE = "(?i).*\\.(png|jpe?g)";

    private final Path root;
    private final List<LabelledImage> images = new ArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    private ClassFolders(Path root) {
        this.root = root;
    }

    /** @throws ConfigurationException when the folder cannot be read, or a link leads back into a folder that it is in */
    static ImageListing list(Path root) {
        try {
            return new ClassFolders(root).list();
        } catch (FileSystemLoopException e) {
            throw new ConfigurationException("The image folder (" + root + ") has no end: the link (" + e.getFile()
                    + ") leads back to a folder that it is in. Remove the link.");
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException("The image folder (" + root + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    private ImageListing list() throws IOException {
        List<Path> folders = folders(root);
        if (areParts(folders)) {
            for (Path folder : folders) {
                GivenPart part = GivenPart.of(name(folder)).orElseThrow();
                outside(folder);
                for (Path classFolder : folders(folder)) {
                    walk(classFolder, part);
                }
            }
        } else {
            for (Path classFolder : folders) {
                walk(classFolder, GivenPart.TRAIN);
            }
        }
        outside(root);
        images.sort(Comparator.comparing(LabelledImage::part).thenComparing(LabelledImage::file));
        List<String> remarks = new ArrayList<>();
        remark(remarks, hidden, "hidden folders and files were not looked at");
        remark(remarks, others, "files are no PNG or JPEG by their names, and were left out");
        remark(remarks, outside, "images stand outside of folders of classes, and were left out");
        return new ImageListing(images, remarks);
    }

    private static boolean areParts(List<Path> folders) {
        List<String> names = folders.stream().map(ClassFolders::name).toList();
        return names.contains(GivenPart.TRAIN.label())
                && names.size() > 1
                && GivenPart.labels().containsAll(names);
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName(), "a folder in a folder has a name")
                .toString();
    }

    private List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> folders = all.filter(Files::isDirectory).sorted().toList();
            folders.stream().filter(this::isHidden).forEach(path -> hidden.add(shown(path)));
            return folders.stream().filter(path -> !isHidden(path)).toList();
        }
    }

    private void outside(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> Files.isRegularFile(file) && file.toString().matches(IMAGE))
                    .sorted()
                    .forEach(file -> outside.add(shown(file)));
        }
    }

    private boolean isHidden(Path path) {
        String name = name(path);
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    private String shown(Path path) {
        return root.relativize(path).toString();
    }

    private void walk(Path classFolder, GivenPart part) throws IOException {
        Files.walkFileTree(
                classFolder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        if (!folder.equals(classFolder) && isHidden(folder)) {
                            hidden.add(shown(folder));
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isHidden(file)) {
                            hidden.add(shown(file));
                        } else if (file.toString().matches(IMAGE)) {
                            images.add(new LabelledImage(file, name(classFolder), part, ""));
                        } else {
                            others.add(shown(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void remark(List<String> remarks, List<String> found, String what) {
        if (!found.isEmpty()) {
            String named = found.stream().sorted().limit(3).collect(Collectors.joining(", "));
            remarks.add(found.size() + " " + what + ": " + named + (found.size() > 3 ? " and others" : "") + ".");
        }
    }
}
