package example;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import peekbench.Peekbench;
import peekbench.report.table.SummaryTable;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;

/** From plain DeepLearning4J code to a leak report: {@code OwnNetwork SCENARIO RESULT-FOLDER}. */
public final class OwnNetwork {
    private OwnNetwork() {}

    // region network
    /** A network as anybody writes it with DeepLearning4J; nothing of Peekbench is in it. */
    static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(convolution("conv1", 6))
                .layer(new BatchNormalization.Builder().name("norm1").build())
                .layer(relu("relu1"))
                .layer(pooling("pool1"))
                .layer(separable("separable2", 12, Activation.IDENTITY))
                .layer(new BatchNormalization.Builder().name("norm2").build())
                .layer(relu("relu2"))
                .layer(pooling("pool2"))
                .layer(separable("separable3", 16, Activation.ELU))
                .layer(pooling("pool3"))
                .layer(new DenseLayer.Builder()
                        .name("dense")
                        .nOut(32)
                        .activation(Activation.RELU)
                        .dropOut(.8)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                        .name("output")
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(28, 28, 1))
                .build());
        network.init();
        return network;
    }
    // endregion

    private static ConvolutionLayer convolution(String name, int outputs) {
        return new ConvolutionLayer.Builder(5, 5)
                .name(name)
                .nOut(outputs)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .hasBias(false)
                .build();
    }

    private static SeparableConvolution2D separable(String name, int outputs, Activation activation) {
        return new SeparableConvolution2D.Builder(3, 3)
                .name(name)
                .nOut(outputs)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    private static ActivationLayer relu(String name) {
        return new ActivationLayer.Builder()
                .name(name)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer pooling(String name) {
        return new SubsamplingLayer.Builder()
                .name(name)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    // region report
    /** Writes the network as a zip, trains and attacks it as the scenario says, and prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path results = Path.of(arguments[1]);
        File zip = results.resolveSibling("own-network.zip").toFile();
        Files.createDirectories(results.toAbsolutePath().getParent());
        network().save(zip, false);

        ScenarioSource scenario =
                ScenarioSource.of(Path.of(arguments[0])).inQuick().with("model.file=" + zip.getAbsolutePath());
        RunResult result = Peekbench.run(scenario, RunOptions.defaults().withFolder(results), RunListener.silent());
        System.out.println(SummaryTable.of(result.trials()).text());
    }
    // endregion
}
