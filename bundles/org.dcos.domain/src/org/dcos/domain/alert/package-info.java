/** Rules and the alerts they raise. */
package org.dcos.domain.alert;
