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
import org.dcos.server.monitor.eventlog.EventLogTurn;

/** Asks one BMC once, and tells what it heard. The password lives as long as the conversation. */
final class Conversation {

    private static final String NO_CREDENTIAL = "The login of BMC %s:%d is no longer stored."
            + " Discover the BMC again with its user and password.";

    private final BmcDriver driver;
    private final CredentialVault vault;
    private final EventLogTurn logs;
    private final InstantSource clock;

    /** How a conversation ended. */
    sealed interface End {

        /**
         * @param trouble   what the BMC refused beside it, empty when nothing
         * @param moreInLog whether its event log has to be read on
         */
        record Answered(String trouble, Optional<BmcTrouble> cause, boolean moreInLog) implements End {

            static final Answered ALL = new Answered("", Optional.empty(), false);

            Answered withMoreInLog(boolean more) {
                return new Answered(trouble, cause, more);
            }
        }

        record Failed(BmcFailure.Kind kind) implements End {}
    }

    Conversation(BmcDriver driver, CredentialVault vault, EventLogTurn logs, InstantSource clock) {
        this.driver = driver;
        this.vault = vault;
        this.logs = logs;
        this.clock = clock;
    }

    /** What is asked. */
    record Questions(boolean power, boolean sensors, boolean log) {

        Questions or(boolean all) {
            return all ? new Questions(true, true, true) : this;
        }
    }

    /** @param heard is told each observation as it comes */
    End hold(Watch watch, Bmc bmc, Questions asked, Consumer<Observation> heard) throws InterruptedException {
        var endpoint = endpoint(bmc);
        if (endpoint.isEmpty()) {
            heard.accept(new Observation.Silent(watch.server, clock.instant(),
                    NO_CREDENTIAL.formatted(bmc.address(), bmc.port()), Optional.of(new BmcTrouble(bmc.address(),
                            bmc.port(), new BmcTrouble.Cause.LoginForgotten()))));
            return new End.Failed(BmcFailure.Kind.WRONG_CREDENTIAL);
        }
        try {
            if (asked.power()) {
                var state = driver.powerState(endpoint.get());
                heard.accept(new Observation.Power(watch.server, clock.instant(), state));
            }
            var end = asked.sensors() ? askSensors(watch, endpoint.get(), heard) : End.Answered.ALL;
            return asked.log() ? end.withMoreInLog(logs.readOn(bmc, endpoint.get())) : end;
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
    private End.Answered askSensors(Watch watch, BmcEndpoint endpoint, Consumer<Observation> heard)
            throws BmcFailure, InterruptedException {
        try {
            var readings = driver.sensors(endpoint);
            heard.accept(new Observation.Sensors(watch.server, clock.instant(), readings));
            return End.Answered.ALL;
        } catch (BmcFailure e) {
            if (e.kind() == BmcFailure.Kind.REFUSED) {
                return new End.Answered(e.getMessage(), e.trouble(), false);
            }
            throw e;
        }
    }
}
