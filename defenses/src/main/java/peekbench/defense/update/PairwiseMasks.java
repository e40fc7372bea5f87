package peekbench.defense.update;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import peekbench.seed.Seed;
import peekbench.threat.defense.SumRoster;

/**
 * One party's masks, one for each other party of a sum. Two parties agree on a secret by Diffie and Hellman's exchange on
 * Curve25519 (RFC 7748); the mask of sum s is the key stream of AES-256 in counter mode under SHA-256 of the secret and s.
 *
 * <p>The private key comes from the party's own seed, so that a trial can be repeated; the generator behind that seed is not
 * cryptographic, which an attacker who knows neither seed nor stream cannot use here.
 */
final class PairwiseMasks {
    private static final String CURVE = "X25519";
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private final String party;
    private final PrivateKey own;
    private final Directory directory;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    /** Everybody's public keys. */
    static final class Directory {
        private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();

        private PublicKey of(String party) {
            PublicKey key = keys.get(party);
            if (key == null) {
                throw new IllegalStateException("There is no public key of (" + party + "); there are those of "
                        + keys.keySet().stream().sorted().toList() + ".");
            }
            return key;
        }
    }

    /**
     * @param seed of the party's private key
     * @param directory that its public key is put into
     */
    PairwiseMasks(String party, Seed seed, Directory directory) {
        this.party = party;
        this.directory = directory;
        byte[] bytes = new byte[KEY_BYTES];
        seed.child("private-key").generator().nextBytes(bytes);
        try {
            KeyFactory factory = KeyFactory.getInstance(CURVE);
            own = factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes));
            PublicKey base = factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT));
            directory.keys.put(
                    party,
                    factory.generatePublic(
                            new XECPublicKeySpec(NamedParameterSpec.X25519, littleEndian(agreed(base)))));
        } catch (GeneralSecurityException e) {
            throw everyPlatformHasIt(e);
        }
    }

    /** The public key is the base point multiplied by the private one, which is what an agreement with it computes. */
    private byte[] agreed(PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }

    /**
     * Adds the masks of all other parties, modulo 2^64: plus those of later ones, minus those of earlier ones.
     *
     * @throws IllegalStateException when this party or a public key is missing
     */
    void addTo(long[] ring, SumRoster roster) {
        List<String> parties = roster.parties();
        int place = parties.indexOf(party);
        if (place < 0) {
            throw new IllegalStateException("The party (" + party + ") is not on the roster " + parties + ".");
        }
        for (int other = 0; other < parties.size(); other++) {
            if (other != place) {
                long[] mask = mask(parties.get(other), roster.number(), ring.length);
                for (int i = 0; i < ring.length; i++) {
                    ring[i] += other > place ? mask[i] : -mask[i];
                }
            }
        }
    }

    private long[] mask(String other, long sum, int length) {
        try {
            byte[] secret = secrets.get(other);
            if (secret == null) {
                secret = agreed(directory.of(other));
                secrets.put(other, secret);
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            digest.update(("sum " + sum).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            // A key is used for one mask only, so the counter may always begin at 0.
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(digest.digest(), "AES"),
                    new IvParameterSpec(new byte[BLOCK_BYTES]));
            long[] mask = new long[length];
            ByteBuffer.wrap(cipher.doFinal(new byte[length * Long.BYTES]))
                    .asLongBuffer()
                    .get(mask);
            return mask;
        } catch (GeneralSecurityException e) {
            throw everyPlatformHasIt(e);
        }
    }

    private static IllegalStateException everyPlatformHasIt(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform since 11 has X25519 and AES", e);
    }
}
