// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator;

import java.security.cert.X509Certificate;
import java.util.List;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.NetUtil;

/**
 * The TLS listener's identity: a certificate issued by an authority that exists only for
 * it.
 *
 * @param authority what a client has to trust
 * @param identity the listener's key and chain
 */
record ServerCertificate(X509Certificate authority, X509Bundle identity) {

	static ServerCertificate issue(List<String> names) {
		try {
			X509Bundle authority = new CertificateBuilder().ecp256()
				.subject("CN=Telegram simulator authority")
				.setIsCertificateAuthority(true)
				.setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.cRLSign)
				.buildSelfSigned();
			CertificateBuilder server = new CertificateBuilder().ecp256()
				.subject("CN=Telegram simulator")
				.addExtendedKeyUsageServerAuth();
			names.forEach((name) -> addName(server, name));
			return new ServerCertificate(authority.getCertificate(), server.buildIssuedBy(authority));
		}
		catch (Exception ex) {
			throw new IllegalStateException("The simulator's certificate for " + names + " cannot be made", ex);
		}
	}

	/**
	 * What a client has to trust, as a file that most programs read.
	 */
	String authorityPem() {
		return this.identity.getRootCertificatePEM();
	}

	private static void addName(CertificateBuilder server, String name) {
		if (NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name)) {
			server.addSanIpAddress(name);
		}
		else {
			server.addSanDnsName(name);
		}
	}

}
