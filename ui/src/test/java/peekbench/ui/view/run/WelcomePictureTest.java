package peekbench.ui.view.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.nn.Architecture;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.LeNet5;

/** The picture of the welcome is of the quickstart, and of nothing that it was once. */
class WelcomePictureTest {
    private static List<String> names(String drawn) {
        return Arrays.stream(drawn.split(" \u2192 ", -1))
                .filter(name -> !name.equals("\u2026"))
                .toList();
    }

    @Test
    void itsLayersAreThoseOfTheQuickstart() throws IOException {
        String quickstart = Files.readString(Path.of("..", "scenarios", "quickstart.yaml"));
        assertThat(quickstart)
                .contains(
                        "model: lenet5", "cuts: [pool1]", "{name: vanilla-split, clients: 5}", "fashion-mnist-sample");
        Architecture lenet = new LeNet5().architecture(Shape.of(1, 28, 28), 10);
        List<String> layers = lenet.layers().stream().map(NamedLayer::name).toList();

        List<String> clients = names(WelcomePicture.CLIENT_LAYERS);
        assertThat(clients).isEqualTo(layers.subList(0, layers.indexOf("pool1") + 1));
        List<String> server = names(WelcomePicture.SERVER_LAYERS);
        assertThat(layers.subList(clients.size(), layers.size()))
                .startsWith(server.get(0), server.get(1), server.get(2))
                .endsWith(server.get(3));
        assertThat(WelcomePicture.SMASHED).isEqualTo(lenet.smashedShape("pool1").toString());
    }
}
