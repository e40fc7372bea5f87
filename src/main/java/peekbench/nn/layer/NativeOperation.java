package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A named operation of ND4J's native library, run without the shape calculation that its own entry point adds. */
final class NativeOperation {
    private final CustomOp operation;

    NativeOperation(String name) {
        this.operation = DynamicCustomOp.builder(name).build();
    }

    @SuppressWarnings("try") // ND4J declares close() to throw any Exception; nothing in it waits or is interrupted
    void run(long[] settings, INDArray[] inputs, INDArray... outputs) {
        try (OpContext context = Nd4j.getExecutioner().buildContext()) {
            context.setInputArrays(inputs);
            context.setOutputArrays(outputs);
            context.setIArguments(settings);
            Nd4j.getExecutioner().exec(operation, context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The operation " + operation.opName() + " could not be released", e);
        }
    }
}
