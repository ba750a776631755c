/** Records from spreadsheets, and records as spreadsheets. */
package org.dcos.domain.exchange;
