package peekbench.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/** Members at work side by side. Each has its own input memory, since its layers may read it again on the way back. */
final class SideBySideLayer implements Layer {
    private final LayerSequence sequence;
    private final List<Member> members = new ArrayList<>();
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    private record Member(LayerChain chain, BatchBuffer input, BatchBuffer outputGradient) {}

    SideBySideLayer(SideBySide specification, Precision precision) {
        this.sequence = specification.sequence();
        for (int member = 0; member < specification.members(); member++) {
            members.add(new Member(
                    new LayerChain(sequence, precision),
                    new BatchBuffer(specification.member(), precision),
                    new BatchBuffer(sequence.output(), precision)));
        }
        this.outputs = new BatchBuffer(specification.outputShape(specification.joinedInput()), precision);
        this.inputGradients = new BatchBuffer(specification.joinedInput(), precision);
    }

    @Override
    public void bind(INDArray parameters, INDArray gradients) {
        int count = sequence.parameterCount();
        for (int member = 0; member < members.size(); member++) {
            var place = NDArrayIndex.interval((long) member * count, (member + 1L) * count);
            members.get(member).chain().bind(parameters.get(place), gradients.get(place));
        }
    }

    @Override
    public void bindBuffers(INDArray buffers) {
        int count = sequence.bufferCount();
        for (int member = 0; member < members.size(); member++) {
            var place = NDArrayIndex.interval((long) member * count, (member + 1L) * count);
            members.get(member).chain().bindBuffers(buffers.get(place));
        }
    }

    @Override
    public void initialize(Seed seed) {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).chain().initialize(seed.child("member-" + member));
        }
    }

    @Override
    public void prepareTrainingPass(Seed pass) {
        for (int member = 0; member < members.size(); member++) {
            members.get(member).chain().prepareTrainingPass(pass.child("member-" + member));
        }
    }

    @Override
    public void inferenceOnly() {
        members.forEach(member -> member.chain().inferenceOnly());
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        Memory joined = outputs.of(examples);
        for (int member = 0; member < members.size(); member++) {
            Memory own = members.get(member).input().of(examples);
            take(Memory.of(input), member, own, examples);
            put(Memory.of(members.get(member).chain().forward(own.array(), training)), member, joined, examples);
        }
        return joined.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        Memory joined = inputGradients.of(examples);
        for (int member = 0; member < members.size(); member++) {
            Memory own = members.get(member).outputGradient().of(examples);
            take(Memory.of(outputGradient), member, own, examples);
            INDArray gradient = members.get(member).chain().backward(own.array(), inputGradientWanted);
            if (inputGradientWanted) {
                put(Memory.of(gradient), member, joined, examples);
            }
        }
        return inputGradientWanted ? joined.array() : outputGradient;
    }

    /** Copies a member's run of each joined example. */
    private void take(Memory joined, int member, Memory own, int examples) {
        int run = own.length() / examples;
        for (int example = 0; example < examples; example++) {
            joined.copy((example * members.size() + member) * run, own, example * run, run);
        }
    }

    private void put(Memory own, int member, Memory joined, int examples) {
        int run = own.length() / examples;
        for (int example = 0; example < examples; example++) {
            own.copy(example * run, joined, (example * members.size() + member) * run, run);
        }
    }
}
