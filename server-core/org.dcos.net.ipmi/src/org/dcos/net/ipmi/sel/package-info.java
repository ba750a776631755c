/** The System Event Log: its commands, its records, and what they say in words (IPMI v2.0 r1.1 §29, §31, §32, §42). */
package org.dcos.net.ipmi.sel;
