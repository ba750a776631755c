package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog.Entry;
import org.dcos.domain.bmc.BmcLog.Mark;
import org.dcos.domain.bmc.BmcSetup.BmcUser;
import org.dcos.domain.bmc.BmcSetup.BmcUser.Privilege;
import org.dcos.domain.bmc.BmcSetup.LanSettings;
import org.dcos.domain.bmc.BmcSetup.Part;
import org.dcos.domain.bmc.BmcSetup.Weakness;
import org.dcos.domain.bmc.BmcSol;
import org.dcos.domain.bmc.BmcTrouble.Cause;
import org.dcos.lab.Lab;
import org.dcos.lab.LabOptions;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.sensor.LabSensor;
import org.dcos.lab.sensor.SensorLayout;
import org.dcos.net.ipmi.client.ClientOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Setting up, reading and resetting simulated BMCs over real sockets. */
@Timeout(120)
class IpmiAgainstLabTest {

    private static final int ALL = 10_000;
    private static final int NIGHT = 6;
    private static final int SET_USER_PASSWORD_NETFN = 0x06;
    private static final int SET_USER_PASSWORD = 0x47;

    private static Lab lab;
    private static IpmiConversations ipmi;
    private static IpmiBmcSetup setup;
    private static IpmiBmcLog log;

    @BeforeAll
    static void start() throws IOException {
        lab = Lab.start(LabOptions.DEFAULT.withServers(20).withBaseAddress("127.96.0.0"));
        ipmi = new IpmiConversations(ClientOptions.defaults().withTimeouts(Duration.ofMillis(300), 4));
        setup = new IpmiBmcSetup(ipmi);
        log = new IpmiBmcLog(ipmi);
    }

    @AfterAll
    static void end() {
        ipmi.close();
        lab.close();
    }

    private static BmcEndpoint endpoint(LabBmc bmc) {
        return endpoint(bmc, lab.options().user(), lab.options().password());
    }

    private static BmcEndpoint endpoint(LabBmc bmc, String user, String password) {
        return new BmcEndpoint(bmc.address().getHostString(), bmc.address().getPort(), user, Secret.of(password));
    }

    @Test
    void all_parts_with_an_inventory_are_told() throws Exception {
        LabBmc bmc = lab.bmc(1);
        bmc.simulator().setPartPresent(SensorLayout.FIRST_MODULE_FRU + 2, false);

        var parts = setup.parts(endpoint(bmc));

        assertThat(parts).extracting(Part::kind).containsExactly(Part.Kind.CHASSIS, Part.Kind.BOARD, Part.Kind.PSU,
                Part.Kind.PSU, Part.Kind.DIMM, Part.Kind.DIMM, Part.Kind.DIMM);
        assertThat(parts.getFirst().serial()).isEqualTo(bmc.server().serial());
        assertThat(parts.getLast()).extracting(Part::name, Part::manufacturer, Part::model)
                .containsExactly("DIMM A4", "Samsung", "DDR4");
        assertThat(parts).extracting(Part::serial).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void a_user_is_made_given_a_password_and_taken_away() throws Exception {
        LabBmc bmc = lab.bmc(2);
        var user = new BmcUser(NIGHT, "night", true, Privilege.OPERATOR);

        setup.user(endpoint(bmc), user);
        setup.password(endpoint(bmc), NIGHT, Secret.of("Twenty-bytes-long-20"));

        assertThat(setup.users(endpoint(bmc))).contains(user)
                .noneMatch(each -> each.name().isEmpty());
        assertThat(log.state(endpoint(bmc, "night", "Twenty-bytes-long-20")).entries()).isNotNegative();

        var off = new BmcUser(NIGHT, "night", false, Privilege.NONE);
        setup.user(endpoint(bmc), off);
        assertThat(setup.users(endpoint(bmc))).contains(off);
    }

    @Test
    void the_own_password_is_changed_and_only_the_new_one_opens() throws Exception {
        LabBmc bmc = lab.bmc(3);

        setup.password(endpoint(bmc), 2, Secret.of("another-password"));

        assertThat(setup.lan(endpoint(bmc, lab.options().user(), "another-password")).address())
                .isEqualTo(bmc.address().getHostString());
        assertThatThrownBy(() -> new IpmiBmcDriver(ipmi)
                .identify(endpoint(bmc, lab.options().user(), "neither-of-them")))
                        .isInstanceOfSatisfying(BmcFailure.class, failure -> assertThat(failure.kind())
                                .isEqualTo(BmcFailure.Kind.WRONG_CREDENTIAL));
    }

    @Test
    void a_password_whose_answer_got_lost_may_have_been_set_and_a_login_tells() throws Exception {
        LabBmc bmc = lab.bmc(15);
        bmc.simulator().loseAnswersTo(SET_USER_PASSWORD_NETFN, SET_USER_PASSWORD);

        assertThatThrownBy(() -> setup.password(endpoint(bmc), 2, Secret.of("lost-on-the-way")))
                .isInstanceOfSatisfying(BmcFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(BmcFailure.Kind.SILENT);
                    assertThat(failure.trouble().orElseThrow().cause())
                            .isInstanceOfSatisfying(Cause.NoAnswer.class, why -> assertThat(why.maybeDone()).isTrue());
                });

        bmc.simulator().loseNoAnswers();
        assertThat(log.state(endpoint(bmc, lab.options().user(), "lost-on-the-way")).entries()).isNotNegative();
    }

    @Test
    void a_password_that_is_refused_is_not_set() throws Exception {
        LabBmc bmc = lab.bmc(16);

        assertThatThrownBy(() -> setup.password(endpoint(bmc, "viewer", lab.options().password()), 2,
                Secret.of("not-allowed"))).isInstanceOfSatisfying(BmcFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(BmcFailure.Kind.REFUSED));
    }

    @Test
    void a_static_address_moves_the_bmc_and_setting_it_again_changes_nothing() throws Exception {
        LabBmc bmc = lab.bmc(4);
        var settings = new LanSettings(LanSettings.Source.STATIC, "127.96.80.4", "255.255.0.0",
                Optional.of("127.96.80.1"), Optional.of(120), "");

        setup.lan(endpoint(bmc), settings);

        long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!bmc.address().getHostString().equals("127.96.80.4") && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        var told = setup.lan(endpoint(bmc));
        assertThat(told).usingRecursiveComparison().ignoringFields("mac").isEqualTo(settings);
        setup.lan(endpoint(bmc), told);
        assertThat(setup.lan(endpoint(bmc))).isEqualTo(told);
    }

    @Test
    void every_weakness_is_found_and_closed() throws Exception {
        LabBmc bmc = lab.bmc(5);
        assertThat(setup.weaknesses(endpoint(bmc))).isEmpty();
        bmc.simulator().weaken();
        assertThat(setup.weaknesses(endpoint(bmc))).containsExactlyInAnyOrder(Weakness.values());

        for (Weakness weakness : Weakness.values()) {
            setup.close(endpoint(bmc), weakness);
        }

        assertThat(setup.weaknesses(endpoint(bmc))).isEmpty();
    }

    @Test
    void the_clock_is_set() throws Exception {
        LabBmc bmc = lab.bmc(6);
        var time = Instant.parse("2026-01-02T03:04:05Z");

        setup.clock(endpoint(bmc), time);

        assertThat(setup.clock(endpoint(bmc))).isBetween(time, time.plusSeconds(5));
        assertThat(log.state(endpoint(bmc)).skew()).isNegative();
    }

    @Test
    void power_is_measured_and_limited() throws Exception {
        LabBmc bmc = lab.bmc(7);
        bmc.simulator().setPower(true);
        int limit = bmc.server().hardware().idleWatts() + 5;
        assertThat(setup.draw(endpoint(bmc)).orElseThrow().limit()).isEmpty();

        setup.powerLimit(endpoint(bmc), Optional.of(limit));
        assertThat(setup.draw(endpoint(bmc)).orElseThrow().limit()).contains(limit);

        setup.powerLimit(endpoint(bmc), Optional.empty());
        assertThat(setup.draw(endpoint(bmc)).orElseThrow().limit()).isEmpty();
    }

    @Test
    void alerts_go_to_an_address_and_to_nowhere() throws Exception {
        LabBmc bmc = lab.bmc(8);

        setup.alertsTo(endpoint(bmc), Optional.of("127.9.9.9"));
        setup.alertsTo(endpoint(bmc), Optional.of("127.9.9.9"));
        setup.alertsTo(endpoint(bmc), Optional.empty());

        assertThat(setup.watchdog(endpoint(bmc)).orElseThrow().running()).isFalse();
        setup.stopWatchdog(endpoint(bmc));
    }

    @Test
    void a_bmc_that_was_reset_comes_back_with_its_log() throws Exception {
        LabBmc bmc = lab.bmc(9);
        bmc.simulator().addEvents(10);
        var before = log.entries(endpoint(bmc), Optional.empty(), ALL);

        setup.reset(endpoint(bmc), false);

        var after = retried(() -> log.entries(endpoint(bmc), Optional.of(before.entries().get(4).mark()), ALL));
        assertThat(after.entries()).startsWith(before.entries().get(5));
        assertThat(after.anew()).isFalse();
    }

    @Test
    void four_thousand_entries_are_read_in_seconds_and_then_only_what_is_new() throws Exception {
        LabBmc bmc = lab.bmc(10);
        bmc.simulator().addEvents(4_000);

        Instant began = Instant.now();
        var whole = log.entries(endpoint(bmc), Optional.empty(), ALL);

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.entries()).hasSizeGreaterThanOrEqualTo(4_000);
        assertThat(whole.entries().getFirst().sensor()).isNotBlank();
        Mark last = whole.entries().getLast().mark();
        bmc.simulator().addEvents(3);
        var news = log.entries(endpoint(bmc), Optional.of(last), ALL);
        assertThat(news.entries()).hasSizeGreaterThanOrEqualTo(3).doesNotContainAnyElementsOf(whole.entries());
        assertThat(news.anew()).isFalse();
    }

    @Test
    void nothing_is_lost_or_told_twice_when_the_bmc_restarts_while_its_log_is_read() throws Exception {
        LabBmc bmc = lab.bmc(11);
        bmc.simulator().addEvents(4_000);
        var read = new ArrayList<Entry>();
        boolean complete = false;
        int parts = 0;
        while (!complete) {
            Optional<Mark> after = read.isEmpty() ? Optional.empty() : Optional.of(read.getLast().mark());
            if (parts++ == 1) {
                bmc.simulator().restart(Duration.ofSeconds(4));
            }
            var part = retried(() -> log.entries(endpoint(bmc), after, 700));
            assertThat(part.anew()).isFalse();
            read.addAll(part.entries());
            complete = part.complete() && part.entries().size() < 700;
        }

        assertThat(read).extracting(Entry::record).doesNotHaveDuplicates().isSorted();
        assertThat(read).hasSize(bmc.simulator().eventCount());
    }

    @Test
    void a_log_is_cleared_only_when_nothing_was_added_behind_the_last_known_entry() throws Exception {
        LabBmc bmc = lab.bmc(12);
        bmc.simulator().addEvents(5);
        var known = log.entries(endpoint(bmc), Optional.empty(), ALL).entries().getLast().mark();
        bmc.simulator().addEvents(1);

        assertThat(log.clear(endpoint(bmc), known)).isFalse();
        var newest = log.entries(endpoint(bmc), Optional.of(known), ALL).entries().getLast().mark();
        assertThat(log.clear(endpoint(bmc), newest)).isTrue();

        assertThat(log.state(endpoint(bmc)).entries()).isZero();
        bmc.simulator().addEvents(2);
        var anew = log.entries(endpoint(bmc), Optional.of(newest), ALL);
        assertThat(anew.anew()).isTrue();
        assertThat(anew.entries()).hasSize(2);
    }

    @Test
    void an_event_is_told_with_its_sensor_its_value_and_how_bad_it_is() throws Exception {
        LabBmc bmc = lab.bmc(13);
        bmc.simulator().setPower(true);
        bmc.simulator().pin(LabSensor.INLET_TEMP, 44);

        var hot = log.entries(endpoint(bmc), Optional.empty(), ALL).entries().stream()
                .filter(entry -> entry.severity() == Entry.Severity.CRITICAL).findFirst().orElseThrow();

        assertThat(hot).extracting(Entry::sensor, Entry::type, Entry::text, Entry::asserted).containsExactly(
                "Inlet Temp", "Temperature", "Upper critical going high, reading 44 °C, threshold 42 °C", true);
    }

    @Test
    void a_console_shows_what_the_server_writes_and_is_open_once() throws Exception {
        LabBmc bmc = lab.bmc(14);
        bmc.simulator().setPower(true);
        var shown = new LinkedBlockingQueue<String>();
        var ended = new LinkedBlockingQueue<String>();
        var listener = new BmcSol.Listener() {
            @Override
            public void received(byte[] bytes) {
                shown.add(new String(bytes, StandardCharsets.ISO_8859_1));
            }

            @Override
            public void ended(String why) {
                ended.add(why);
            }
        };
        var sol = new IpmiBmcSol(ipmi);
        try (var line = sol.open(endpoint(bmc), false, listener)) {
            assertThat(shown.poll(10, TimeUnit.SECONDS)).contains("login: ");
            line.send(new byte[] {'r'});
            assertThat(shown.poll(10, TimeUnit.SECONDS)).isEqualTo("r");
            assertThatThrownBy(() -> sol.open(endpoint(bmc), false, listener)).isInstanceOfSatisfying(
                    BmcFailure.class, failure -> assertThat(failure.kind()).isEqualTo(BmcFailure.Kind.REFUSED));
        }
        assertThat(ended).isEmpty();
        assertThat(bmc.simulator().hasConsole()).isFalse();
    }

    private interface Call<R> {
        R get() throws BmcFailure, InterruptedException;
    }

    /** Until it answers again. */
    private static <R> R retried(Call<R> call) throws BmcFailure, InterruptedException {
        for (int i = 0;; i++) {
            try {
                return call.get();
            } catch (BmcFailure e) {
                if (e.kind() != BmcFailure.Kind.SILENT || i == 10) {
                    throw e;
                }
            }
        }
    }
}
