package peekbench.nn.model;

import peekbench.nn.layer.NamedLayer;
import peekbench.registry.ChosenBy;

/**
 * A layer as a scenario lists it: its name, its kind and the sizes of the {@link peekbench.nn.layer.LayerSpec} of that kind. A
 * record refuses a name or sizes that cannot be, and says in which layer.
 */
@ChosenBy("kind")
public sealed interface ListedLayer
        permits ListedImageLayers.Convolution,
                ListedImageLayers.TransposedConvolution,
                ListedImageLayers.MaxPooling,
                ListedImageLayers.AveragePooling,
                ListedImageLayers.GlobalAveragePooling,
                ListedVectorLayers.Dense,
                ListedVectorLayers.Flatten,
                ListedVectorLayers.Reshape,
                ListedElementLayers.Relu,
                ListedElementLayers.Sigmoid,
                ListedElementLayers.Tanh,
                ListedElementLayers.LeakyRelu,
                ListedElementLayers.BatchNormalization,
                ListedElementLayers.Dropout,
                ListedSequenceLayers.RowSequence,
                ListedSequenceLayers.Lstm,
                ListedSequenceLayers.Gru,
                ListedSequenceLayers.LastState,
                ListedBlocks.Residual {

    /** The layer that is meant. */
    NamedLayer layer();

    /** A layer that may stand on a path of a residual block: any but another block. */
    @ChosenBy("kind")
    sealed interface PathLayer
            permits ListedImageLayers.Convolution,
                    ListedImageLayers.TransposedConvolution,
                    ListedImageLayers.MaxPooling,
                    ListedImageLayers.AveragePooling,
                    ListedImageLayers.GlobalAveragePooling,
                    ListedVectorLayers.Dense,
                    ListedVectorLayers.Flatten,
                    ListedVectorLayers.Reshape,
                    ListedElementLayers.Relu,
                    ListedElementLayers.Sigmoid,
                    ListedElementLayers.Tanh,
                    ListedElementLayers.LeakyRelu,
                    ListedElementLayers.BatchNormalization,
                    ListedElementLayers.Dropout,
                    ListedSequenceLayers.RowSequence,
                    ListedSequenceLayers.Lstm,
                    ListedSequenceLayers.Gru,
                    ListedSequenceLayers.LastState {

        /** The layer that is meant. */
        NamedLayer layer();
    }
}
