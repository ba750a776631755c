package org.dcos.server.monitor;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcDriver;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcTrouble;
import org.dcos.domain.bmc.CredentialVault;
import org.dcos.domain.monitor.Observation;

/** Asks one BMC once, and tells what it heard. The password lives as long as the conversation. */
final class Conversation {

    private static final String NO_CREDENTIAL = "The login of BMC %s:%d is no longer stored."
            + " Discover the BMC again with its user and password.";

    private final BmcDriver driver;
    private final CredentialVault vault;
    private final InstantSource clock;

    /** How a conversation ended. */
    sealed interface End {

        /** @param trouble what the BMC refused beside it, empty when nothing */
        record Answered(String trouble, Optional<BmcTrouble> cause) implements End {

            static final Answered ALL = new Answered("", Optional.empty());
        }

        record Failed(BmcFailure.Kind kind) implements End {}
    }

    Conversation(BmcDriver driver, CredentialVault vault, InstantSource clock) {
        this.driver = driver;
        this.vault = vault;
        this.clock = clock;
    }

    /** @param heard is told each observation as it comes */
    End hold(Watch watch, Bmc bmc, boolean power, boolean sensors, Consumer<Observation> heard)
            throws InterruptedException {
        var endpoint = endpoint(bmc);
        if (endpoint.isEmpty()) {
            heard.accept(new Observation.Silent(watch.server, clock.instant(),
                    NO_CREDENTIAL.formatted(bmc.address(), bmc.port()), Optional.of(new BmcTrouble(bmc.address(),
                            bmc.port(), new BmcTrouble.Cause.LoginForgotten()))));
            return new End.Failed(BmcFailure.Kind.WRONG_CREDENTIAL);
        }
        try {
            if (power) {
                var state = driver.powerState(endpoint.get());
                heard.accept(new Observation.Power(watch.server, clock.instant(), state));
            }
            return sensors ? askSensors(watch, endpoint.get(), heard) : End.Answered.ALL;
        } catch (BmcFailure e) {
            heard.accept(new Observation.Silent(watch.server, clock.instant(), e.getMessage(), e.trouble()));
            return new End.Failed(e.kind());
        }
    }

    private Optional<BmcEndpoint> endpoint(Bmc bmc) {
        return vault.credential(bmc.credential()).flatMap(credential -> vault.reveal(bmc.credential())
                .map(password -> new BmcEndpoint(bmc.address(), bmc.port(), credential.user(), password)));
    }

    /** A BMC that refuses to read its sensors is still there: that is told as trouble, not as silence. */
    private End askSensors(Watch watch, BmcEndpoint endpoint, Consumer<Observation> heard)
            throws BmcFailure, InterruptedException {
        try {
            var readings = driver.sensors(endpoint);
            heard.accept(new Observation.Sensors(watch.server, clock.instant(), readings));
            return End.Answered.ALL;
        } catch (BmcFailure e) {
            if (e.kind() == BmcFailure.Kind.REFUSED) {
                return new End.Answered(e.getMessage(), e.trouble());
            }
            throw e;
        }
    }
}
