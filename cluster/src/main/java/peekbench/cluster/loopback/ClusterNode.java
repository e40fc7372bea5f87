package peekbench.cluster.loopback;

import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/** A standalone master, which prints its address, or a worker, in a Java machine of its own that ends with its input. */
public final class ClusterNode {
    static final String HOST = "127.0.0.1";

    private ClusterNode() {}

    /**
     * Runs until its input ends.
     *
     * @param arguments {@code master}, or the address of one and a folder to work in
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("master")) {
            SparkConf conf = new SparkConf();
            System.out.println(Master.startRpcEnvAndEndpoint(HOST, 0, 0, conf)
                    ._1()
                    .address()
                    .toSparkURL());
        } else {
            Worker.main(new String[] {
                "--host",
                HOST,
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                arguments[1],
                arguments[0]
            });
        }
        System.in.transferTo(System.err);
        Runtime.getRuntime().halt(0);
    }
}
