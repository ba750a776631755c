/** The contract of DCOS: what every sub-product offers, as records, sealed types and service interfaces. JDK only. */
package org.dcos.domain;
