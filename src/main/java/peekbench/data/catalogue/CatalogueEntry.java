package peekbench.data.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import peekbench.data.format.CifarFormat;
import peekbench.data.format.IdxFormat;
import peekbench.data.format.IndexedImages;
import peekbench.data.format.LipidCheckUps;
import peekbench.data.format.SetFormat;

/**
 * A public data set.
 *
 * @param name in scenarios
 * @param folder of its files, in a folder of data sets
 * @param summary one sentence
 * @param format how its files are laid out
 * @param files what a download fetches; none where nobody offers one
 */
record CatalogueEntry(String name, String folder, String summary, SetFormat format, List<RemoteFile> files) {
    private static final String MNIST = "https://ossci-datasets.s3.amazonaws.com/mnist/";
    private static final String MNIST_MIRROR = "https://storage.googleapis.com/cvdf-datasets/mnist/";
    private static final String FASHION = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";
    private static final String FASHION_MIRROR =
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/";
    private static final String LETTERS = "https://raw.githubusercontent.com/davidflanagan/notMNIST-to-MNIST/master/";
    private static final String LETTERS_MIRROR = "https://github.com/davidflanagan/notMNIST-to-MNIST/raw/master/";
    private static final String CIFAR = "https://www.cs.toronto.edu/~kriz/";
    private static final String CIFAR_MIRROR = "http://www.cs.toronto.edu/~kriz/";
    private static final String CIFAR10_MIRROR =
            "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/";

    /** Every set that can be downloaded, or put into its folder by hand. */
    static final List<CatalogueEntry> ALL = List.of(
            new CatalogueEntry(
                    "mnist",
                    "handwritten digits, 28x28 grey, 60,000 and 10,000",
                    new IdxFormat(ClassNames.DIGITS),
                    idx(
                            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                            MNIST,
                            MNIST_MIRROR)),
            new CatalogueEntry(
                    "fashion-mnist",
                    "clothing, 28x28 grey, 60,000 and 10,000",
                    new IdxFormat(ClassNames.FASHION_MNIST),
                    idx(
                            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                            FASHION,
                            FASHION_MIRROR)),
            new CatalogueEntry(
                    "notmnist",
                    "letters A to J in many fonts, 28x28 grey, 10,000 in one part",
                    new IdxFormat(ClassNames.LETTERS),
                    List.of(
                            RemoteFile.of(
                                    "t10k-images-idx3-ubyte.gz",
                                    "70ae9e06201f2827e5b0a3781a3169d735dd2efc69996b9eeaee7f10ed4044d7",
                                    LETTERS,
                                    LETTERS_MIRROR),
                            RemoteFile.of(
                                    "t10k-labels-idx1-ubyte.gz",
                                    "1fa03836e01c862542f8eb83463bb951bebec6fcb3efa28dad748c6b38a9021b",
                                    LETTERS,
                                    LETTERS_MIRROR))),
            new CatalogueEntry(
                    "cifar10",
                    "objects, 32x32 colour, 50,000 and 10,000",
                    new CifarFormat(1, ClassNames.CIFAR10),
                    List.of(RemoteFile.of(
                            "cifar-10-binary.tar.gz",
                            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                            CIFAR,
                            CIFAR_MIRROR,
                            CIFAR10_MIRROR))),
            new CatalogueEntry(
                    "cifar100",
                    "objects of 100 classes, 32x32 colour, 50,000 and 10,000",
                    new CifarFormat(2, numbered(100)),
                    List.of(RemoteFile.of(
                            "cifar-100-binary.tar.gz",
                            "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
                            CIFAR,
                            CIFAR_MIRROR))),
            new CatalogueEntry(
                    "nhis-lipids",
                    "lipids",
                    "LDL of 11,132 check-ups in Korea; put in place by hand",
                    new LipidCheckUps(),
                    List.of()),
            new CatalogueEntry(
                    "covid-xray-128",
                    "chest X-rays, 128x128 grey, 125 covid, 500 without findings, 500 pneumonia; put in place by hand",
                    new IndexedImages("index.csv", "patient_id"),
                    List.of()));

    CatalogueEntry {
        files = List.copyOf(files);
    }

    /** A set whose folder has its name. */
    private CatalogueEntry(String name, String summary, SetFormat format, List<RemoteFile> files) {
        this(name, name, summary, format, files);
    }

    private static List<RemoteFile> idx(
            String trainImages, String trainLabels, String testImages, String testLabels, String... mirrors) {
        return List.of(
                RemoteFile.of("train-images-idx3-ubyte.gz", trainImages, mirrors),
                RemoteFile.of("train-labels-idx1-ubyte.gz", trainLabels, mirrors),
                RemoteFile.of("t10k-images-idx3-ubyte.gz", testImages, mirrors),
                RemoteFile.of("t10k-labels-idx1-ubyte.gz", testLabels, mirrors));
    }

    private static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(number -> "class " + number).toList();
    }
}
