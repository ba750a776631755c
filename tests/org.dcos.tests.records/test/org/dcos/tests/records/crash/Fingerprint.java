package org.dcos.tests.records.crash;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.ItemChange;

/** A number that tells all items, whatever their order: the sum of a SHA-256 of each, so that a change adds to it. */
record Fingerprint(BigInteger sum) {

    static Fingerprint of(Collection<? extends Item> items) {
        return new Fingerprint(items.stream().map(Fingerprint::hash).reduce(BigInteger.ZERO, BigInteger::add));
    }

    Fingerprint after(List<ItemChange> changes) {
        BigInteger next = sum;
        for (ItemChange change : changes) {
            next = next.subtract(hash(change.before())).add(hash(change.after()));
        }
        return new Fingerprint(next);
    }

    private static BigInteger hash(Optional<Item> item) {
        return item.map(Fingerprint::hash).orElse(BigInteger.ZERO);
    }

    private static BigInteger hash(Item item) {
        try {
            return new BigInteger(1,
                    MessageDigest.getInstance("SHA-256").digest(item.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return sum.toString(Character.MAX_RADIX);
    }
}
