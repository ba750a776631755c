package org.dcos.net.ipmi.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcos.net.ipmi.wire.CipherSuite;

/**
 * Which cipher suites a login still offers, in order. Refusals of suites are not authenticated, so a forged one could
 * lead to a lesser suite; therefore, once a suite has led to an authenticated session at an address, only it and the
 * ones preferred to it are offered there, unless the target's own list has been changed to exclude it.
 */
final class SuiteChoice {

    private final List<CipherSuite> offered;
    private final boolean proven;
    private List<CipherSuite> left;
    private boolean discovered;

    SuiteChoice(List<CipherSuite> ofTarget, Optional<CipherSuite> provenSuite) {
        proven = provenSuite.filter(ofTarget::contains).isPresent();
        offered = proven ? provenThenPreferred(ofTarget, provenSuite.orElseThrow()) : ofTarget;
        left = offered;
    }

    private static List<CipherSuite> provenThenPreferred(List<CipherSuite> ofTarget, CipherSuite proven) {
        var suites = new ArrayList<CipherSuite>(List.of(proven));
        suites.addAll(ofTarget.subList(0, ofTarget.indexOf(proven)));
        return List.copyOf(suites);
    }

    /** All that are or were offered, for messages. */
    List<CipherSuite> offered() {
        return offered;
    }

    CipherSuite present() {
        return left.getFirst();
    }

    boolean isExhausted() {
        return left.isEmpty();
    }

    /** The BMC has refused the present one. */
    void refused() {
        left = left.subList(1, left.size());
    }

    /** Silence may be for the suite: the BMC's own list should decide. */
    boolean isUndecided() {
        return left.size() > 1 && !proven && !discovered;
    }

    void decide(Discovery list) {
        discovered = true;
        left = list.among(left);
    }
}
