package org.dcos.domain.bringup;

import java.util.List;
import java.util.Optional;

import org.dcos.domain.Secret;

/**
 * How machines are brought up.
 *
 * @param running    whether BMCs that ask for an address are brought up; off until somebody turns it on
 * @param recognition how a BMC is told from other machines; what is asked first comes first
 * @param logins     first logins by model, the most special first; behind those of the maker's list by serial number
 * @param user       the account that gets the unique password; an empty one: that of the first login
 * @param purpose    the purpose of prefixes that static addresses are taken of, e.g. {@code oob}
 * @param release    whether a server whose checks are well becomes AVAILABLE by itself
 * @param atOnce     BMCs that are worked on at a time
 * @param leaveOpen  whether a BMC that keeps open what should be closed goes on all the same, which its evidence then
 *                   says; else it waits for a person
 */
public record BringUpSettings(boolean running, List<Recognised> recognition, List<FirstLogin> logins, String user,
        String purpose, boolean release, int atOnce, boolean leaveOpen) {

    public BringUpSettings {
        recognition = List.copyOf(recognition);
        logins = List.copyOf(logins);
    }

    /**
     * One way to recognise a BMC. What is left empty is not looked at; all that is given has to hold.
     *
     * @param maker       who makes it, in words
     * @param macPrefix   how its MAC begins: {@code 3c:ec:ef}
     * @param vendorClass option 60, with {@code *} and {@code ?}
     * @param hostName    option 12, with {@code *} and {@code ?}
     * @param clientId    option 61 in hexadecimal digits, with {@code *} and {@code ?}
     * @param vendorOptions option 43 in hexadecimal digits, with {@code *} and {@code ?}
     */
    public record Recognised(String maker, String macPrefix, String vendorClass, String hostName, String clientId,
            String vendorOptions) {}

    /**
     * A login that BMCs have when they come.
     *
     * @param model    of the planned server or the maker, with {@code *}; {@code *} alone for the whole site
     * @param password given once; empty in answers, where it stands for "as it is"
     */
    public record FirstLogin(String model, String user, Optional<Secret> password) {}
}
