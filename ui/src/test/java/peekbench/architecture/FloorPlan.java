package peekbench.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The packages of all houses with what they depend on, taken from compiled classes, and what their package-infos say. */
record FloorPlan(SortedMap<String, Room> rooms) {
    private static final String OURS = "peekbench";

    /** Every package a room. */
    static FloorPlan ofPackages() {
        return of(UnaryOperator.identity());
    }

    /** Every package right under {@code peekbench} a room, with all that lies below it. */
    static FloorPlan ofTopPackages() {
        return of(name -> name.split("\\.", -1)[0]);
    }

    /** Each of some packages as a house of its own with the rooms below it, and only what they use inside the same house. */
    FloorPlan inside(List<String> packages) {
        SortedMap<String, Room> inside = new TreeMap<>();
        for (String name : packages) {
            for (Room room : rooms.values()) {
                if (liesIn(room.name(), name)) {
                    SortedSet<String> uses = new TreeSet<>(room.uses());
                    uses.removeIf(used -> !liesIn(used, name));
                    inside.put(
                            room.name(),
                            new Room(
                                    room.name(), name, room.files(), room.rooms(), room.summary(), room.limit(), uses));
                }
            }
        }
        return new FloorPlan(inside);
    }

    /** The rooms of one house, by name. */
    List<Room> of(String house) {
        return rooms.values().stream()
                .filter(room -> room.house().equals(house))
                .toList();
    }

    /** What a room uses, less what it reaches through something else that it uses. */
    SortedSet<String> directly(Room room) {
        SortedSet<String> direct = new TreeSet<>(room.uses());
        for (String used : room.uses()) {
            direct.removeAll(reachedFrom(rooms.get(used).uses()));
        }
        return direct;
    }

    private static boolean liesIn(String room, String name) {
        return room.equals(name) || room.startsWith(name + ".");
    }

    private Set<String> reachedFrom(Collection<String> names) {
        Set<String> reached = new HashSet<>();
        for (String name : names) {
            if (reached.add(name)) {
                reached.addAll(reachedFrom(rooms.get(name).uses()));
            }
        }
        return reached;
    }

    private static FloorPlan of(UnaryOperator<String> roomOf) {
        Map<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass type : Production.CLASSES) {
            String room = roomOf.apply(shortName(type.getPackageName()));
            SortedSet<String> used = uses.computeIfAbsent(room, name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (liesIn(target, OURS) && !roomOf.apply(shortName(target)).equals(room)) {
                    used.add(roomOf.apply(shortName(target)));
                }
            }
        }
        SortedMap<String, Room> rooms = new TreeMap<>();
        for (String house : Project.HOUSES) {
            Map<String, List<Path>> files = Project.files(Project.sources(house), ".java").stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(file -> roomOf.apply(packageOf(house, file))));
            files.forEach((name, members) -> {
                PackageInfo info = PackageInfo.read(folder(house, name).resolve("package-info.java"));
                int packages =
                        (int) members.stream().map(Path::getParent).distinct().count();
                SortedSet<String> used = uses.getOrDefault(name, new TreeSet<>());
                rooms.put(name, new Room(name, house, members.size(), packages, info.summary(), info.limit(), used));
            });
        }
        return new FloorPlan(rooms);
    }

    /** The room of a package; the one package above all others keeps its name. */
    private static String shortName(String packageName) {
        return packageName.equals(OURS) ? OURS : packageName.substring(OURS.length() + 1);
    }

    private static String packageOf(String house, Path file) {
        Path folder = Project.sources(house).relativize(file.getParent());
        return shortName(folder.toString().replace(folder.getFileSystem().getSeparator(), "."));
    }

    private static Path folder(String house, String name) {
        Path top = Project.sources(house).resolve(OURS);
        return name.equals(OURS) ? top : top.resolve(name.replace('.', '/'));
    }
}
