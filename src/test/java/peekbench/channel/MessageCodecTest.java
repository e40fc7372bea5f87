package peekbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MessageCodecTest {
    private static final INDArray IMAGES =
            Nd4j.createFromArray(new float[] {1, 2, 3, 4, 5, 6.5f}).reshape(1, 2, 3);
    private static final INDArray NUMBERS = Nd4j.createFromArray(.1, -1 / 3.0);

    static Stream<Message> messages() {
        return Stream.of(
                new Message.SmashedData(7, IMAGES, NUMBERS),
                new Message.CutGradient(8, IMAGES.permute(2, 1, 0)),
                new Message.WeightsRequest(),
                new Message.WeightsHandOver(NUMBERS, 1L << 40, List.of(NUMBERS, NUMBERS)),
                new Message.KeepWeights(),
                new Message.Turn(2, 3, 9),
                new Message.TurnDone(),
                new Message.Predict(IMAGES),
                new Message.InferenceData(IMAGES),
                new Message.Prediction(NUMBERS));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theSizeIsWhatIsWrittenAndReadingGivesTheMessageBack(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MessageCodec.write(message, new DataOutputStream(bytes));
        assertThat(bytes.size()).isEqualTo((int) MessageCodec.size(message));
        Message read = MessageCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read).isEqualTo(message);
        assertThat(read.arrays().stream().map(MessageCodecTest::bits))
                .containsExactlyElementsOf(
                        message.arrays().stream().map(MessageCodecTest::bits).toList());
    }

    /** Arrays call themselves equal within 1e-5. */
    private static List<Long> bits(INDArray array) {
        return Arrays.stream(array.dup('c').data().asDouble())
                .mapToObj(Double::doubleToRawLongBits)
                .toList();
    }

    @Test
    void anUnknownKindIsNamed() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {99}));
        assertThatThrownBy(() -> MessageCodec.read(in)).hasMessageContaining("(99)");
    }
}
