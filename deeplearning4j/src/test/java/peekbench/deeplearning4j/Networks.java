package peekbench.deeplearning4j;

import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks as users of DeepLearning4J write them. */
final class Networks {
    static final int CLASSES = 3;
    static final int SIDE = 8;
    static final int CHANNELS = 5;

    private Networks() {}

    static NeuralNetConfiguration.Builder builder(DataType type) {
        return new NeuralNetConfiguration.Builder()
                .dataType(type)
                .seed(7)
                .weightInit(WeightInit.XAVIER)
                .biasInit(.1);
    }

    static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .name("output")
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Layers and an output, on images of five channels or whatever the input type says. */
    static MultiLayerNetwork of(DataType type, InputType input, Layer... layers) {
        ListBuilder list = builder(type).list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.layer(output()).setInputType(input).build());
        network.init();
        return network;
    }

    static InputType images() {
        return InputType.convolutional(SIDE, SIDE, CHANNELS);
    }

    /** A graph with the input {@code in} and the output {@code output}. */
    static ComputationGraph graph(DataType type, InputType input, Consumer<GraphBuilder> vertices) {
        GraphBuilder builder = builder(type).graphBuilder().addInputs("in").setInputTypes(input);
        vertices.accept(builder);
        ComputationGraph network =
                new ComputationGraph(builder.setOutputs("output").build());
        network.init();
        return network;
    }
}
