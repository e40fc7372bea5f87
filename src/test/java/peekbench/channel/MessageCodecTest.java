package peekbench.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.ArrayBits;

class MessageCodecTest {
    private static final INDArray IMAGES =
            Nd4j.createFromArray(new float[] {1, 2, 3, 4, 5, 6.5f}).reshape(1, 2, 3);
    private static final INDArray NUMBERS = Nd4j.createFromArray(.1, -1 / 3.0);

    private static final INDArray BYTES = Nd4j.createFromArray(new byte[] {-128, -1, 0, 127});
    private static final ModelState STATE =
            new ModelState(NUMBERS, ModelState.none(DataType.DOUBLE), 1L << 40, List.of(NUMBERS, NUMBERS));

    static Stream<Message> messages() {
        return Stream.of(
                new Message.SmashedData(7, IMAGES, NUMBERS),
                new Message.CutGradient(8, IMAGES.permute(2, 1, 0)),
                new Message.WeightsRequest(),
                new Message.WeightsHandOver(STATE),
                new Message.KeepWeights(),
                new Message.Turn(2, 3, 9),
                new Message.TurnDone(),
                new Message.EpochBegins(4),
                new Message.EpochEnds(4),
                new Message.StepBegins(20),
                new Message.UnlabelledData(7, IMAGES),
                new Message.HeadInput(7, NUMBERS),
                new Message.HeadGradient(7, NUMBERS),
                new Message.SanitizedRecords(IMAGES, NUMBERS),
                new Message.SealedWeights(BYTES),
                new Message.LastTrained(6),
                new Message.UpdatesRequest(5),
                new Message.SealedUpdates(List.of(BYTES, BYTES)),
                new Message.LocalModel(60, STATE),
                new Message.LocalGradient(60, NUMBERS, NUMBERS),
                new Message.ControlVariate(NUMBERS),
                new Message.ControlChange(NUMBERS),
                new Message.StepEnds(),
                new Message.Chosen(),
                new Message.SumBegins(1L << 50, List.of(0, 3, 7)),
                new Message.MaskedUpdate(60, Nd4j.createFromArray(Long.MIN_VALUE, -1L, Long.MAX_VALUE)),
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
        assertThat(read.arrays().stream().map(ArrayBits::bits))
                .containsExactlyElementsOf(
                        message.arrays().stream().map(ArrayBits::bits).toList());
    }

    @Test
    void anUnknownKindIsNamed() {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {99}));
        assertThatThrownBy(() -> MessageCodec.read(in)).hasMessageContaining("(99)");
    }
}
