package peekbench.channel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A kind of message.
 *
 * @param code the first byte on the wire
 * @param type its class
 * @param reader makes the message of its frame
 */
record MessageKind(int code, Class<? extends Message> type, Function<Frame, Message> reader) {
    private static final List<MessageKind> KINDS = List.of(
            new MessageKind(
                    0,
                    Message.SmashedData.class,
                    frame -> new Message.SmashedData((int) frame.number(), frame.array(0), frame.array(1))),
            new MessageKind(
                    1,
                    Message.CutGradient.class,
                    frame -> new Message.CutGradient((int) frame.number(), frame.array(0))),
            new MessageKind(2, Message.WeightsRequest.class, frame -> new Message.WeightsRequest()),
            new MessageKind(3, Message.WeightsHandOver.class, frame -> new Message.WeightsHandOver(frame.state())),
            new MessageKind(4, Message.KeepWeights.class, frame -> new Message.KeepWeights()),
            new MessageKind(
                    5,
                    Message.Turn.class,
                    frame -> new Message.Turn(
                            (int) (frame.number() >> Integer.SIZE), (int) frame.number(), frame.second())),
            new MessageKind(6, Message.TurnDone.class, frame -> new Message.TurnDone()),
            new MessageKind(7, Message.Predict.class, frame -> new Message.Predict(frame.array(0))),
            new MessageKind(8, Message.InferenceData.class, frame -> new Message.InferenceData(frame.array(0))),
            new MessageKind(9, Message.Prediction.class, frame -> new Message.Prediction(frame.array(0))),
            new MessageKind(10, Message.EpochBegins.class, frame -> new Message.EpochBegins((int) frame.number())),
            new MessageKind(11, Message.EpochEnds.class, frame -> new Message.EpochEnds((int) frame.number())),
            new MessageKind(12, Message.StepBegins.class, frame -> new Message.StepBegins((int) frame.number())),
            new MessageKind(
                    13,
                    Message.UnlabelledData.class,
                    frame -> new Message.UnlabelledData((int) frame.number(), frame.array(0))),
            new MessageKind(
                    14, Message.HeadInput.class, frame -> new Message.HeadInput((int) frame.number(), frame.array(0))),
            new MessageKind(
                    15,
                    Message.HeadGradient.class,
                    frame -> new Message.HeadGradient((int) frame.number(), frame.array(0))),
            new MessageKind(
                    16,
                    Message.SanitizedRecords.class,
                    frame -> new Message.SanitizedRecords(frame.array(0), frame.array(1))),
            new MessageKind(17, Message.SealedWeights.class, frame -> new Message.SealedWeights(frame.array(0))),
            new MessageKind(18, Message.LastTrained.class, frame -> new Message.LastTrained((int) frame.number())),
            new MessageKind(
                    19, Message.UpdatesRequest.class, frame -> new Message.UpdatesRequest((int) frame.number())),
            new MessageKind(20, Message.SealedUpdates.class, frame -> new Message.SealedUpdates(frame.arrays())),
            new MessageKind(
                    21, Message.LocalModel.class, frame -> new Message.LocalModel(frame.second(), frame.state())),
            new MessageKind(
                    22,
                    Message.LocalGradient.class,
                    frame -> new Message.LocalGradient(frame.second(), frame.array(0), frame.array(1))),
            new MessageKind(23, Message.StepEnds.class, frame -> new Message.StepEnds()),
            new MessageKind(24, Message.ControlVariate.class, frame -> new Message.ControlVariate(frame.array(0))),
            new MessageKind(25, Message.ControlChange.class, frame -> new Message.ControlChange(frame.array(0))),
            new MessageKind(
                    26, Message.SumBegins.class, frame -> new Message.SumBegins(frame.number(), frame.integers(0))),
            new MessageKind(
                    27, Message.MaskedUpdate.class, frame -> new Message.MaskedUpdate(frame.second(), frame.array(0))),
            new MessageKind(28, Message.Chosen.class, frame -> new Message.Chosen()));

    /** What a message looks like on the wire. */
    record Frame(long number, int second, List<INDArray> arrays) {
        INDArray array(int place) {
            return arrays.get(place);
        }

        List<Integer> integers(int place) {
            return Arrays.stream(array(place).toLongVector())
                    .mapToObj(Math::toIntExact)
                    .toList();
        }

        ModelState state() {
            return ModelState.of(number, arrays);
        }
    }

    Message read(Frame frame) {
        return reader.apply(frame);
    }

    static MessageKind of(Message message) {
        return KINDS.stream()
                .filter(kind -> kind.type == message.getClass())
                .findFirst()
                .orElseThrow();
    }

    static MessageKind of(int code) throws IOException {
        return KINDS.stream()
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(
                        () -> new IOException("A message begins with (" + code + "), which is no kind of message."));
    }
}
