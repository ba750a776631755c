package org.dcos.ui.model.bringup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.domain.Secret;
import org.dcos.domain.ServerCore;
import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUp.LoginFile;
import org.dcos.domain.bringup.BringUp.LoginReport;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.work.Outcome;

/** How machines are brought up, as it is filled in. A password goes in once and is never shown. Used in the realm. */
public final class BringUpForm {

    private final EstateModel estates;
    private final Texts texts;
    private final Function<ServerCore, BringUp> service;
    private final List<FirstLogin> logins = new ArrayList<>();
    private final List<Recognised> recognition = new ArrayList<>();
    private boolean running;
    private boolean release;
    private String user = "";
    private String purpose = "";
    private int atOnce = 1;
    private boolean leaveOpen;

    public BringUpForm(EstateModel estates, Texts texts, Function<ServerCore, BringUp> service) {
        this.estates = estates;
        this.texts = texts;
        this.service = service;
    }

    /** Fills in what is set; {@code then} gets what went wrong, empty when nothing did. */
    public void load(Consumer<String> then) {
        Outcome.of(estates, texts, core -> service.apply(core).settings(), outcome -> {
            outcome.value().ifPresent(this::fill);
            then.accept(outcome.problem());
        });
    }

    /** Stores what is filled in; {@code then} gets what is to be mended, empty when it is stored. */
    public void save(Consumer<String> then) {
        var wanted = settings();
        Outcome.of(estates, texts, core -> service.apply(core).save(wanted), outcome -> {
            outcome.value().ifPresent(this::fill);
            then.accept(outcome.problem());
        });
    }

    /** Hands over the maker's list of first logins. */
    public void take(String name, byte[] content, Consumer<Outcome<LoginReport>> then) {
        Outcome.of(estates, texts, core -> service.apply(core).takeLogins(new LoginFile(name, content)), then);
    }

    /** What came of the maker's list, one sentence a line. */
    public String said(LoginReport report) {
        var said = new StringBuilder(texts.get("bringup.logins.taken", report.taken()));
        report.refused().stream().limit(12).forEach(line -> said.append('\n').append(
                texts.get("bringup.logins.refused", line.line(), texts.sentences().of(line.reason()))));
        int more = report.refused().size() - 12;
        return more > 0 ? said.append('\n').append(texts.get("bringup.logins.more", more)).toString()
                : said
                        .toString();
    }

    private void fill(BringUpSettings settings) {
        running = settings.running();
        release = settings.release();
        user = settings.user();
        purpose = settings.purpose();
        atOnce = settings.atOnce();
        leaveOpen = settings.leaveOpen();
        logins.clear();
        logins.addAll(settings.logins());
        recognition.clear();
        recognition.addAll(settings.recognition());
    }

    /** As filled in. */
    public BringUpSettings settings() {
        return new BringUpSettings(running, recognition, logins, user.strip(), purpose.strip(), release, atOnce,
                leaveOpen);
    }

    public boolean running() {
        return running;
    }

    public void running(boolean on) {
        running = on;
    }

    public boolean release() {
        return release;
    }

    public void release(boolean on) {
        release = on;
    }

    public String user() {
        return user;
    }

    public void user(String name) {
        user = name;
    }

    public String purpose() {
        return purpose;
    }

    public void purpose(String words) {
        purpose = words;
    }

    public int atOnce() {
        return atOnce;
    }

    public void atOnce(int machines) {
        atOnce = machines;
    }

    public boolean leaveOpen() {
        return leaveOpen;
    }

    /** Whether a BMC that keeps open what should be closed goes on all the same. */
    public void leaveOpen(boolean on) {
        leaveOpen = on;
    }

    public List<FirstLogin> logins() {
        return List.copyOf(logins);
    }

    /** @param password empty keeps the one that is set, where there is one for this model and user */
    public void login(int index, String model, String name, String password) {
        var login = new FirstLogin(model.strip(), name.strip(), password.isEmpty() ? Optional.empty()
                : Optional.of(Secret.of(password)));
        if (index < logins.size()) {
            logins.set(index, login);
        } else {
            logins.add(login);
        }
    }

    public void removeLogin(int index) {
        logins.remove(index);
    }

    public List<Recognised> recognition() {
        return List.copyOf(recognition);
    }

    /** Changes a way to recognise a BMC; an index behind the last one adds it. */
    public void recognised(int index, Recognised way) {
        if (index < recognition.size()) {
            recognition.set(index, way);
        } else {
            recognition.add(way);
        }
    }

    public void removeRecognised(int index) {
        recognition.remove(index);
    }

    /** What is asked first comes first. @return where it is now */
    public int move(int index, int by) {
        int to = Math.clamp(index + by, 0, recognition.size() - 1);
        recognition.add(to, recognition.remove(index));
        return to;
    }
}
