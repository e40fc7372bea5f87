package peekbench.protocol.weights;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Message;
import peekbench.channel.MessageCodec;
import peekbench.channel.ModelState;
import peekbench.seed.Seed;

/**
 * Encrypts weights so that whoever carries or keeps them can neither read nor change them: AES-256 in Galois/counter mode
 * by Google Tink, a fresh nonce each time, {@code what} is authenticated beside them. The key is the clients'; here it is
 * made from the trial's seed, since how clients agree on it is not part of any protocol.
 */
public final class WeightsCipher {
    private static final int KEY_BYTES = 32;

    private final Aead cipher;

    /**
     * @param clients the seed that all clients share and nobody else knows
     */
    public WeightsCipher(Seed clients) {
        byte[] key = new byte[KEY_BYTES];
        clients.child("weights-key").generator().nextBytes(key);
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no AES-GCM with 256 bits", e);
        }
    }

    /**
     * The ciphertext {@code [L]} of a state, as a codec writes it.
     *
     * @param what the state is; must be named again to open it
     */
    public INDArray seal(ModelState state, String what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MessageCodec.write(new Message.WeightsHandOver(state), new DataOutputStream(bytes));
            return Nd4j.createFromArray(cipher.encrypt(bytes.toByteArray(), what.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The weights (" + what + ") cannot be encrypted", e);
        }
    }

    /**
     * The state in a ciphertext.
     *
     * @throws IllegalStateException when the ciphertext was changed, is another than {@code what}, or was made with another
     *     key
     */
    public ModelState open(INDArray ciphertext, String what) {
        try {
            byte[] plain = cipher.decrypt(bytes(ciphertext), what.getBytes(StandardCharsets.UTF_8));
            Message message = MessageCodec.read(new DataInputStream(new ByteArrayInputStream(plain)));
            return ((Message.WeightsHandOver) message).state();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The encrypted weights (" + what
                            + ") do not open: they were changed on their way, belong to another"
                            + " turn, or were made with another key.",
                    e);
        }
    }

    private static byte[] bytes(INDArray ciphertext) {
        int[] numbers = ciphertext.data().asInt();
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }
}
