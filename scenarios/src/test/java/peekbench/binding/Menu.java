package peekbench.binding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Entry;
import peekbench.registry.Kind;
import peekbench.registry.Name;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Registry;
import peekbench.registry.Summary;

/** Records of every kind that the binder knows, for its tests. */
@Summary("what is served")
record Menu(
        @Summary("heading") String title,
        int courses,
        long seed,
        boolean open,
        @Default("1.5") double servingSize,
        Heat heat,
        @Default("{name: round, radius: 2}") Plate plate,
        List<List<Dish>> tables,
        Optional<String> note,
        @Default("[]") List<Double> prices) {
    static final Registry<DishProvider> DISHES = new Registry<>(
            new Kind<>("dish", DishProvider.class),
            Stream.of(new Soup.Provider(), new Pie.Provider(), new Bread.Provider())
                    .map(provider -> new Entry<DishProvider>(provider, Optional.empty()))
                    .toList());

    static final TypeModel TYPES = new TypeModel(List.of(new Choices<>(Dish.class, DISHES)), List.of());

    static final String YAML = """
            title: lunch
            courses: 3
            seed: 9223372036854775807
            open: true
            heat: very-hot
            tables:
              - []
              - [{name: soup, litres: 0.5}, bread]
            """;

    Menu {
        tables = List.copyOf(tables);
        prices = List.copyOf(prices);
        Problems problems = new Problems();
        problems.atLeast("courses", courses, 1);
        problems.positive("serving-size", servingSize);
        problems.throwIfAny();
    }

    enum Heat {
        COLD,
        VERY_HOT
    }

    sealed interface Plate {}

    record Round(double radius) implements Plate {
        Round {
            Problems problems = new Problems();
            problems.positive("radius", radius);
            problems.throwIfAny();
        }
    }

    record DeepSquare() implements Plate {}

    interface Dish {}

    interface DishProvider extends OptionsProvider<Dish> {
        @Override
        default Class<Dish> optionsType() {
            return Dish.class;
        }
    }

    @Name("soup")
    @Summary("liquid")
    record Soup(
            @Summary("how much") double litres,
            @Default("1") int bowls) implements Dish {
        Soup {
            Problems problems = new Problems();
            problems.positive("litres", litres);
            problems.atLeast("bowls", bowls, 1);
            problems.throwIfAny();
        }

        record Provider() implements DishProvider {}
    }

    @Name("pie")
    @Summary("solid")
    record Pie(List<String> fillings) implements Dish {
        Pie {
            Problems problems = new Problems();
            for (int i = 0; i < fillings.size(); i++) {
                problems.oneOf("fillings[" + i + "]", fillings.get(i), List.of("apple", "cherry"));
            }
            problems.throwIfAny();
        }

        record Provider() implements DishProvider {}
    }

    @Name("bread")
    @Summary("plain")
    record Bread() implements Dish {
        record Provider() implements DishProvider {}
    }
}
