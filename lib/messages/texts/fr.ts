import type { Texts } from '@/lib/messages/texts/texts'

export const fr: Texts = {
  greeting: (name) => `Bonjour ${name}`,
  conversation: 'Nous écrire',
  orSimilar: ({ category, example }) => `${category}, p. ex. ${example} ou similaire`,
  rows: {
    number: 'Réservation',
    vehicle: 'Véhicule',
    pickup: 'Prise en charge',
    return: 'Restitution',
    rental: 'Location',
    total: 'Prix total',
    totalWithVat: 'Prix total TVA incl.',
    paid: 'Acompte payé',
    remainder: 'Solde à la restitution',
    refunded: 'Remboursé',
    kept: 'Frais d’annulation',
    validUntil: 'Valable jusqu’au',
    role: 'Rôle',
  },
  cancellation: {
    always: () => 'Annulation gratuite jusqu’à la prise en charge.',
    free: ({ until, percent }) =>
      `Annulation gratuite jusqu’au ${until}, ensuite pour ${percent} % du prix total.`,
    now: ({ percent }) => `Une annulation coûte ${percent} % du prix total.`,
    from: ({ from, percent }) => `À partir du ${from}, une annulation coûte ${percent} % du prix total.`,
    most: () => 'Elle ne coûte jamais plus que ce qui a été payé.',
  },
  reservationConfirmed: {
    subject: ({ number, vehicle }) => `Réservation ${number} confirmée : ${vehicle}`,
    heading: 'Votre réservation est confirmée',
    intro: ({ vehicle }) => `Nous avons réservé pour vous : ${vehicle}.`,
    bring:
      'Veuillez vous munir, pour la prise en charge, de votre permis de conduire et de la carte utilisée pour le paiement.',
    button: 'Voir la réservation',
    sms: ({ company, number, from, place, url }) =>
      `${company} : réservation ${number} confirmée. Prise en charge ${from}, ${place}. ${url}`,
  },
  reservationRefunded: {
    subject: ({ number }) => `Réservation ${number} : vous êtes remboursé`,
    heading: 'Votre paiement est arrivé après l’expiration de la réservation',
    intro: ({ amount }) =>
      `Le véhicule n’était plus disponible. Nous vous remboursons intégralement ${amount} sur votre carte. Selon votre banque, le crédit apparaît sous 5 à 10 jours.`,
    button: 'Nouvelle recherche',
  },
  reservationChanged: {
    subject: ({ number }) => `Réservation ${number} modifiée`,
    heading: 'Votre réservation est modifiée',
    intro: ({ number }) => `La réservation ${number} a été modifiée. Désormais :`,
    before: 'jusqu’ici',
    button: 'Voir la réservation',
    question: 'Quelque chose ne va pas ? Répondez simplement à ce message.',
  },
  addendum: {
    text: 'La modification fait l’objet d’un avenant à votre contrat de location, qui attend encore votre signature.',
    button: 'Signer l’avenant',
  },
  checkinInvitation: {
    subject: ({ number }) => `Réservation ${number} : enregistrez-vous depuis chez vous`,
    heading: 'Enregistrez-vous depuis chez vous',
    intro: () => 'Quelques indications à l’avance, et la remise ne prend plus que quelques minutes.',
    button: 'S’enregistrer',
  },
  dayBefore: {
    subject: ({ number, from }) => `Réservation ${number} : prise en charge le ${from}`,
    heading: 'C’est bientôt le départ',
    intro: ({ vehicle }) =>
      `Nous nous réjouissons de vous accueillir. Votre véhicule vous attend : ${vehicle}.`,
    sms: ({ company, number, from, place, url }) =>
      `${company} : prise en charge ${from}, ${place} (${number}). Merci d’apporter votre permis de conduire. ${url}`,
  },
  upsells: 'Il vous manque quelque chose ? Vous pouvez l’ajouter directement à votre réservation :',
  upgrade: (category) => `Surclassement : ${category}`,
  returnReminder: {
    subject: ({ number }) => `Réservation ${number} : restitution`,
    heading: 'La restitution approche',
    intro: ({ until, place }) => `Nous attendons votre véhicule le ${until} : ${place}.`,
    longer:
      'Vous souhaitez rouler plus longtemps ? Répondez à ce message ; la location peut souvent être prolongée.',
  },
  vehicleLate: {
    subject: ({ number }) => `Réservation ${number} : votre véhicule pourrait avoir du retard`,
    heading: 'Votre véhicule pourrait avoir du retard',
    intro: ({ from }) =>
      `Le véhicule prévu pour votre prise en charge le ${from} ne sera peut-être pas prêt à l’heure. Nous faisons notre possible et vous tiendrons au courant si l’attente se prolonge.`,
    question: ({ phone }) =>
      `Un autre moment vous conviendrait mieux ? Répondez simplement à ce message ou appelez-nous (${phone}).`,
    sms: ({ company, number, from, phone }) =>
      `${company} : votre véhicule (${number}, prise en charge ${from}) risque d’avoir du retard. Nous faisons notre possible. Appelez-nous (${phone}) en cas de question.`,
  },
  vehicleReady: {
    subject: ({ number }) => `Réservation ${number} : votre véhicule est prêt`,
    heading: 'Votre véhicule est prêt',
    intro: ({ vehicle, place }) => `Merci de votre patience : ${vehicle} vous attend. ${place}.`,
    sms: ({ company, number, place }) =>
      `${company} : votre véhicule (${number}) vous attend : ${place}. Merci de votre patience.`,
  },
  onTheWay: {
    subject: ({ number }) => `Réservation ${number} : nous sommes en route`,
    heading: 'Nous sommes en route',
    intro: ({ at }) => `Nous arriverons vers ${at}.`,
    question: ({ phone }) =>
      `Pas encore prêt, ou à un autre endroit ? Répondez simplement à ce message ou appelez-nous (${phone}).`,
    sms: ({ company, number, at, phone }) =>
      `${company} : nous sommes en route et arriverons vers ${at} (${number}). En cas de question, appelez-nous (${phone}).`,
  },
  reviewRequest: {
    subject: ({ company }) => `Comment s’est passée votre location chez ${company} ?`,
    heading: 'Comment était-ce ?',
    intro: ({ vehicle }) =>
      `Vous voilà de retour, nous espérons que tout s’est bien passé : ${vehicle}. Voulez-vous raconter en deux phrases comment c’était ?`,
    button: 'Donner un avis',
    why: 'Nous vous le demandons une seule fois après la location, parce que vous avez accepté de recevoir nos messages. Si vous ne le souhaitez plus, répondez simplement.',
  },
  returnOverdue: {
    subject: ({ number }) => `Contrat ${number} : la restitution est attendue`,
    heading: 'La restitution est attendue',
    intro: ({ from }) =>
      `Votre véhicule était attendu le ${from}. Merci de le ramener dès que possible ; le temps supplémentaire est facturé selon votre contrat.`,
    question: ({ phone }) =>
      `Avez-vous besoin du véhicule plus longtemps, ou êtes-vous bloqué ? Appelez-nous (${phone}) ou répondez à ce message.`,
    sms: ({ company, number, from, phone }) =>
      `${company} : votre véhicule (contrat ${number}) était attendu le ${from}. Merci de le ramener ou de nous appeler (${phone}).`,
  },
  vehicleReturned: {
    subject: ({ number }) => `Réservation ${number} : votre véhicule est de retour`,
    heading: 'Votre véhicule est de retour',
    intro: ({ vehicle }) =>
      `Nous avons repris ${vehicle} en votre absence et consigné son état : photos, kilométrage et carburant.`,
    next: ({ phone }) =>
      `Le décompte suivra. Si vous n’êtes pas d’accord sur un point, répondez à ce message ou appelez-nous (${phone}).`,
  },
  vehicleDue: {
    items: {
      service: 'Service',
      inspection: 'Expertise',
      insurance: 'Assurance',
      maintenance: 'Travail prévu',
    },
    subject: ({ item, plate }) => `${item} : échéance pour ${plate}`,
    heading: ({ item }) => `${item} : échéance proche`,
    headingOverdue: ({ item }) => `${item} : échéance dépassée`,
    intro: ({ vehicle }) => `Rien n’est encore prévu pour ${vehicle}.`,
    button: 'Voir le véhicule',
    due: 'Échéance',
    dueKm: 'Échéance à',
    odometer: 'Kilométrage',
    policy: 'Police',
    several: {
      subject: ({ count }) => `${count} échéances dans votre flotte`,
      heading: ({ count }) => `${count} échéances proches`,
      intro: 'Rien n’est encore prévu pour ces véhicules.',
      overdue: 'dépassée',
      button: 'Voir sous « Aujourd’hui »',
    },
    once: 'Ce rappel n’est envoyé qu’une fois ; les échéances figurent aussi sous « Aujourd’hui ».',
  },
  reservationCancelled: {
    subject: ({ number }) => `Réservation ${number} annulée`,
    heading: 'Votre réservation est annulée',
    intro: ({ number }) => `La réservation ${number} est annulée, le véhicule est de nouveau disponible.`,
    question: 'Une question sur le remboursement ? Répondez simplement à ce message.',
  },
  keyBox: {
    subject: ({ number }) => `Réservation ${number} : comment obtenir la clé`,
    heading: 'Comment obtenir la clé',
    intro: 'Personne ne sera sur place lors de la prise en charge. La clé se trouve dans la boîte à clés.',
    code: 'Code',
    secret: 'Merci de ne pas transmettre le code.',
    sms: ({ company, place, code, url }) =>
      `${company} : coffret à clés ${place}, code ${code}. Informations : ${url}`,
  },
  waiting: {
    anyCategory: 'Toutes catégories',
    listed: {
      subject: 'Vous êtes sur la liste d’attente',
      heading: 'Vous êtes sur la liste d’attente',
      intro: 'Dès qu’un véhicule adapté se libère, nous vous prévenons, dans l’ordre des inscriptions.',
      button: 'Voir l’inscription',
      leave: 'Vous ne souhaitez plus attendre ? Retirez-vous de la liste sur la même page.',
    },
    offer: {
      subject: 'Un véhicule s’est libéré',
      heading: 'Un véhicule s’est libéré',
      held: ({ until }) =>
        `Nous vous le gardons jusqu’au ${until}. Ensuite, nous le proposons à la personne suivante.`,
      free: ({ until }) =>
        `Il n’est pas encore réservé pour vous : mieux vaut réserver sans tarder. Après le ${until}, nous le proposons à la personne suivante.`,
      button: 'Réserver maintenant',
      smsHeld: ({ company, from, until, url }) =>
        `${company} : un véhicule dès le ${from} s’est libéré. Réservez-le jusqu’au ${until} : ${url}`,
      smsFree: ({ company, from, until, url }) =>
        `${company} : un véhicule dès le ${from} s’est libéré. Il n’est pas réservé pour vous : la première réservation l’emporte. Offre jusqu’au ${until} : ${url}`,
    },
  },
  attached: (count) => (count === 1 ? 'Un fichier y est joint.' : `${count} fichiers y sont joints.`),
  customerMessage: {
    subject: ({ customer, number }) =>
      number ? `Message de ${customer} concernant ${number}` : `Message de ${customer}`,
    heading: ({ customer }) => `${customer} écrit`,
    button: 'Répondre',
    where: 'Répondez dans le programme ; une réponse à cet e-mail n’atteint pas le client.',
    strange: ({ sender }) =>
      `Attention : cet e-mail vient de ${sender}, une adresse que nous ne connaissons pas à ce client.`,
  },
  portalMessage: {
    subject: ({ company, number }) => `${company} : message concernant votre réservation ${number}`,
    heading: ({ company }) => `Message de ${company}`,
    button: 'Répondre dans le portail',
  },
  privateLink: {
    subject: ({ number }) => `Votre nouveau lien pour la réservation ${number}`,
    heading: 'Votre nouveau lien',
    intro: ({ number }) =>
      `Avec ce lien, vous voyez tout de votre réservation ${number}, la modifiez ou nous écrivez.`,
    button: 'Ouvrir la réservation',
    old: 'L’ancien lien n’est plus valable. Ne transmettez pas le nouveau : qui l’a peut modifier la réservation.',
  },
  dataRequest: {
    subject: ({ customer }) => `${customer} : demande concernant ses données`,
    heading: 'Une demande concernant des données',
    intro: ({ customer, kind, due }) =>
      kind === 'copy'
        ? `${customer} demande une copie de ses données. Répondez d’ici au ${due} ; l’export se trouve chez le client.`
        : `${customer} demande l’effacement de ses données. Répondez d’ici au ${due} ; ce que la loi oblige à conserver reste.`,
    button: 'Voir le client',
    due: 'Réponse d’ici au',
  },
  invitation: {
    subject: ({ company }) => `Invitation de ${company}`,
    heading: ({ company }) => `Rejoignez ${company}`,
    intro: ({ invitedBy, company }) => `${invitedBy} vous invite à travailler avec ${company}.`,
    button: 'Accepter l’invitation',
    unknown: 'Vous ne connaissez pas cette entreprise ? Vous pouvez ignorer ce message.',
    roles: {
      owner: 'Propriétaire',
      manager: 'Direction',
      staff: 'Collaboration',
      technician: 'Technique',
      sales_rep: 'Vente',
      concierge: 'Concierge',
      viewer: 'Lecture seule',
    },
  },
  paymentRequest: {
    invoice: 'Facture',
    due: 'Payable jusqu’au',
    open: 'Ouvert',
    button: 'Payer la facture',
    crossed: 'Avez-vous déjà payé ? Nos messages se sont alors croisés et vous n’avez rien à faire.',
    card_refused: {
      subject: ({ number }) => `Votre carte n’a pas été débitée : facture ${number}`,
      heading: 'Veuillez payer votre facture',
      intro: ({ number, amount }) =>
        `Votre carte enregistrée a refusé le débit de ${amount} pour la facture ${number} ou demande votre confirmation. Veuillez payer avec le lien.`,
    },
    reminder_1: {
      subject: ({ number }) => `Rappel de paiement : facture ${number}`,
      heading: 'Rappel de paiement',
      intro: ({ number, amount }) =>
        `Elle vous a peut-être échappé : ${amount} de la facture ${number} sont encore ouverts. Veuillez payer dans les prochains jours.`,
    },
    reminder_2: {
      subject: ({ number }) => `Deuxième rappel : facture ${number}`,
      heading: 'Deuxième rappel',
      intro: ({ number, amount }) =>
        `La facture ${number} n’est toujours pas payée malgré notre rappel. Veuillez virer ${amount} dans les dix jours.`,
    },
    reminder_3: {
      subject: ({ number }) => `Dernier rappel : facture ${number}`,
      heading: 'Dernier rappel',
      intro: ({ number, amount }) =>
        `${amount} de la facture ${number} sont toujours ouverts. Payez dans les dix jours ; nous engagerons ensuite une poursuite.`,
    },
  },
  paymentReceived: {
    subject: ({ number }) => `Paiement reçu : ${number}`,
    heading: 'Votre paiement est arrivé',
    intro: ({ number, amount }) => `Nous avons reçu ${amount} pour ${number}. Merci beaucoup.`,
    received: 'Reçu',
    nothing: 'rien',
    button: 'Voir',
  },
  statement: {
    subject: ({ until }) => `Votre relevé de compte au ${until}`,
    heading: 'Votre relevé de compte',
    intro: ({ from, until }) => `Vous trouverez en annexe votre relevé de compte du ${from} au ${until}.`,
    open: 'Ouvert',
    inFavour: 'Avoir',
  },
  depositRequest: {
    subject: ({ number }) => `Veuillez confirmer votre caution : contrat ${number}`,
    heading: 'Veuillez confirmer votre caution',
    intro: ({ amount }) =>
      `Nous n'avons pas pu réserver la caution de ${amount} sur votre carte enregistrée. Veuillez la réserver par le lien, avec cette carte ou une autre.`,
    introHolder: ({ amount }) =>
      `Votre banque demande que vous confirmiez vous-même la réservation de la caution de ${amount}. Le lien ne prend qu'une minute.`,
    noCharge: 'Le montant est seulement réservé et sera libéré après la restitution.',
    button: 'Confirmer la caution',
    labels: {
      contract: 'Contrat',
      vehicle: 'Véhicule',
      until: "Réservation actuelle jusqu'au",
      amount: 'Caution',
    },
  },
  depositAlert: {
    subject: ({ number, customer }) => `Caution non garantie : ${number}, ${customer}`,
    heading: 'Une caution a besoin de vous',
    refused: ({ customer, amount }) =>
      `La carte de ${customer} a refusé la réservation de la caution de ${amount}, ou son titulaire doit la confirmer.`,
    lapsed: ({ customer, amount }) =>
      `La caution de ${amount} sur la carte de ${customer} est échue et n'a pas été renouvelée.`,
    asked: 'Nous avons envoyé au client le lien pour la confirmer lui-même.',
    notAsked: "Aucune adresse e-mail du client n'est connue : veuillez l'appeler.",
    button: 'Voir le contrat',
  },
  dispute: {
    subject: ({ number, customer }) => `Paiement contesté : ${number}, ${customer}`,
    heading: 'Un paiement par carte est contesté',
    opened: ({ customer, amount }) =>
      `${customer} conteste auprès de sa banque un paiement de ${amount}. Stripe a repris le montant jusqu'à la décision de la banque. Envoyez les preuves à Stripe ; le contrat en établit le dossier.`,
    won: ({ customer, amount }) =>
      `La banque a tranché en votre faveur : les ${amount} de ${customer} sont de retour sur votre compte Stripe.`,
    lost: ({ customer, amount }) =>
      `La banque a tranché contre vous : les ${amount} de ${customer} sont comptabilisés en perte.`,
    due: "Preuves jusqu'au",
    button: 'Voir les pièces',
  },
  planNotice: {
    company: 'Entreprise',
    plan: 'Formule',
    trialEnds: 'Fin de la période d’essai',
    worksUntil: 'Vous pouvez travailler jusqu’au',
    choose: 'Choisir une formule',
    look: 'Voir l’abonnement',
    site: 'Site de réservation',
    begin: 'Commencer',
    welcome: {
      subject: ({ company }) => `Bienvenue : ${company} est ouverte`,
      heading: 'Votre entreprise est ouverte',
      intro: ({ company }) =>
        `Merci de votre inscription. ${company} est prête ; pendant 14 jours, vous essayez tout, sans carte.`,
      next: 'Commencez par saisir ou importer vos véhicules et fixer les prix. Ensuite, votre site accepte des réservations. Vous n’avez pas ouvert de compte ? Ne faites rien.',
    },
    trial_ending: {
      subject: ({ company }) => `${company} : la période d’essai se termine bientôt`,
      heading: 'Votre période d’essai se termine bientôt',
      intro: ({ company }) => `La période d’essai pour ${company} se termine dans les trois prochains jours.`,
      next: 'Avec un abonnement, tout continue sans interruption. Sans abonnement, vos données restent là et lisibles, mais plus rien ne peut être modifié ni réservé.',
    },
    payment_failed: {
      subject: ({ company }) => `${company} : le paiement de l’abonnement a échoué`,
      heading: 'Le paiement de votre abonnement a échoué',
      intro: ({ company }) => `La carte prévue pour l’abonnement (${company}) n’a pas pu être débitée.`,
      next: 'Veuillez vérifier ou remplacer la carte. Pour l’instant, vous continuez à travailler comme d’habitude ; ensuite, le compte est suspendu jusqu’au paiement.',
    },
    suspended: {
      subject: ({ company }) => `${company} : votre compte est suspendu`,
      heading: 'Votre compte est suspendu',
      intro: ({ company }) =>
        `${company} peut tout lire et tout exporter, mais ne peut plus rien modifier ; le site de réservation n’accepte plus de réservations.`,
      next: 'Dès que l’abonnement est actif et payé, tout reprend aussitôt. Rien n’est perdu.',
    },
    second_subscription: {
      subject: ({ company }) => `${company} : second abonnement résilié et remboursé`,
      heading: 'Un second abonnement a été remboursé',
      intro: ({ company }) =>
        `Deux abonnements ont été souscrits pour ${company}. L’un est actif ; nous avons résilié l’autre aussitôt.`,
      next: 'Le montant payé est entièrement remboursé sur la même carte ; cela prend quelques jours. Vous n’avez rien à faire.',
    },
  },
  document: {
    contract: {
      subject: ({ number }) => `Votre contrat de location ${number}`,
      heading: 'Votre contrat de location',
      intro: ({ number }) => `Vous trouverez en annexe le contrat de location signé ${number}. Bonne route.`,
    },
    addendum: {
      subject: ({ number }) => `Avenant au contrat de location ${number}`,
      heading: 'Votre avenant',
      intro: ({ number }) =>
        `Vous trouverez ci-joint l’avenant signé au contrat de location ${number}. Tout le reste demeure tel que convenu.`,
    },
    settlement: {
      subject: ({ number }) => `Décompte du contrat de location ${number}`,
      heading: 'Votre décompte',
      intro: ({ number }) =>
        `Vous trouverez en annexe le décompte du contrat de location ${number}. Merci de votre confiance.`,
    },
    invoice: {
      subject: ({ number }) => `Votre facture ${number}`,
      heading: 'Votre facture',
      intro: ({ number }) => `Vous trouverez en annexe la facture ${number} avec sa QR-facture.`,
    },
    credit_note: {
      subject: ({ number }) => `Votre note de crédit ${number}`,
      heading: 'Votre note de crédit',
      intro: ({ number }) => `Vous trouverez en annexe la note de crédit ${number}.`,
    },
    total: 'Montant de la facture',
    sealed: 'Le document est scellé. Somme de contrôle (SHA-256) :',
  },
}
