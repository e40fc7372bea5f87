package peekbench.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 without the checked exception that cannot happen. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void update(byte[] bytes) {
        digest.update(bytes);
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    byte[] finish() {
        return digest.digest();
    }
}
